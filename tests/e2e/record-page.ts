import type { Locator, Page } from 'playwright-core';
import { focus, gone, shown } from './look.ts';
import { press, write } from './person-entry.ts';

/** The page of a case after acceptance: decision, registration, papers. */
export class RecordPage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  papers(): Locator {
    return this.#page.getByRole('region', { name: '文书证件' });
  }

  paper(title: string): Locator {
    return this.papers().getByRole('row').filter({ hasText: title });
  }

  async print(title: string): Promise<void> {
    await press(
      this.papers()
        .getByRole('button', { name: new RegExp(`^打印：${title}`) })
        .first(),
    );
    await shown(this.paper(title).first().filter({ hasText: '已打印' }));
  }

  /** F8: everything that is ready. */
  async printAll(): Promise<void> {
    await this.#page.keyboard.press('F8');
  }

  /** F10 asks, F10 again is meant. A level above the station decides under a number of its own. */
  async approve(opinion: string, decisionNumber?: string): Promise<void> {
    await this.#type('审批意见', opinion);
    if (decisionNumber !== undefined) await this.#type('决定文号', decisionNumber);
    await this.#confirmWithF10(/^确认审批/);
  }

  /** So many levels have decided. */
  async decided(count: number): Promise<void> {
    await shown(
      this.#page
        .getByRole('listitem')
        .filter({ hasText: '审批通过' })
        .nth(count - 1),
    );
  }

  async register(): Promise<void> {
    const acts = this.#page.getByRole('region', { name: '办理', exact: true });
    await shown(acts.getByRole('button', { name: /登记/ }));
    await this.#confirmWithF10(/^确认登记/);
  }

  async #type(label: string, text: string): Promise<void> {
    await focus(this.#page.getByRole('textbox', { name: label }));
    await write(this.#page, text);
  }

  async #confirmWithF10(confirmation: RegExp): Promise<void> {
    await this.#page.keyboard.press('F10');
    const button = this.#page.getByRole('button', { name: confirmation });
    await shown(button);
    await this.#page.keyboard.press('F10');
    await gone(button);
  }

  state(words: string | RegExp): Locator {
    return this.#page.getByRole('main').getByText(words).first();
  }
}
