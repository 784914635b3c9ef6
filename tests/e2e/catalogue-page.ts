import type { Locator, Page } from 'playwright-core';
import { focus, shown } from './look.ts';
import { press, write } from './person-entry.ts';

/** The catalogue of the procedures on the counter page: which procedure, then what it concerns. */
export class CataloguePage {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  list(): Locator {
    return this.#page.getByRole('listbox', { name: '选择业务' });
  }

  async open(): Promise<void> {
    await this.#page.keyboard.press('Shift+F2');
    await shown(this.list().getByRole('option').first());
  }

  /** Types and takes the procedure that is marked then. */
  async take(typed: string, name: string): Promise<void> {
    await focus(this.#page.getByRole('combobox', { name: '查找业务' }));
    await write(this.#page, typed);
    await shown(this.list().getByRole('option', { name, selected: true }));
    await this.#page.keyboard.press('Enter');
  }

  /** Finds the person or household the procedure concerns and begins the case with it. */
  async about(typed: string, name: string): Promise<void> {
    await shown(this.#page.getByRole('region', { name: /(为谁办理|办理哪一户)$/ }));
    await focus(this.#page.getByLabel('查找内容'));
    await write(this.#page, typed);
    await this.#page.keyboard.press('Enter');
    await press(this.#page.getByRole('button', { name: new RegExp(`选用.*${name}`) }));
    await this.begun();
  }

  /** The case is open. */
  async begun(): Promise<void> {
    await shown(this.#page.getByRole('navigation', { name: '办理步骤' }));
  }
}
