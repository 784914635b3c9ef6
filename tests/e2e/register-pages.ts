import type { Locator, Page } from 'playwright-core';
import type { Address, Household, Person } from '../../shared/domain/records.ts';
import { focus, gone, shown } from './look.ts';
import { press, write } from './person-entry.ts';
import { takePicture } from './pictures.ts';

/** The pages of a person, a household and an address: what a clerk reads there, and what is begun there. */
export class RegisterPages {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async openPerson({ personId, name }: Pick<Person, 'personId' | 'name'>): Promise<void> {
    await this.#open(`person/${personId}`, name);
  }

  async openHousehold({ householdId, number }: Pick<Household, 'householdId' | 'number'>): Promise<void> {
    await this.#open(`household/${householdId}`, `户号 ${number}`);
  }

  async openAddress({ addressId, fullName }: Pick<Address, 'addressId' | 'fullName'>): Promise<void> {
    await this.#open(`address/${addressId}`, fullName);
  }

  /** As a link to it does. */
  async #open(path: string, title: string): Promise<void> {
    await this.#page.evaluate((hash) => {
      location.hash = hash;
    }, `#/${path}`);
    await shown(this.title(title));
    await this.#read();
  }

  /** By the number on the card, from the page of finding. */
  async find(citizenId: string, name: string): Promise<void> {
    await this.#page.keyboard.press('F3');
    await focus(this.#page.getByLabel('查找内容'));
    await this.#page.keyboard.type(citizenId);
    await this.#page.keyboard.press('Enter');
    await press(this.#page.getByRole('button', { name: new RegExp(`查看.*${name}`) }));
    await press(this.#page.getByRole('link', { name: '打开人员页面' }));
    await shown(this.title(name));
    await this.#read();
  }

  /** From the person's page to their household, from the household's to its address. */
  async follow(link: RegExp): Promise<void> {
    const before = (await this.title(/./).textContent()) ?? '';
    await press(this.#main().getByRole('link', { name: link }).first());
    // The page left stands until the next one is there.
    await gone(this.title(before));
    await this.#read();
  }

  /** The history comes last. */
  async #read(): Promise<void> {
    const history = this.part('变动历史');
    await shown(history.getByRole('article').or(history.getByText('没有变动记录')).first());
  }

  title(words: string | RegExp): Locator {
    return this.#main().getByRole('heading', { level: 1, name: words });
  }

  part(name: string): Locator {
    return this.#main().getByRole('region', { name, exact: true });
  }

  /** What stands beside the title: whether registered, since when not, whether confirmed. */
  async standing(): Promise<string> {
    const parts = await this.#main().locator('.page-title > *').allTextContents();
    return parts.map((it) => it.trim()).join(' ');
  }

  /** The value of a line of a card by its name. */
  async line(part: string, name: string): Promise<string> {
    const term = this.part(part)
      .locator('dt')
      .filter({ hasText: new RegExp(`^${name}$`) });
    return ((await term.locator('xpath=following-sibling::dd[1]').first().textContent()) ?? '').trim();
  }

  /** The members now, as `name relation`. */
  async members(part: '户内成员' | '所在户' = '户内成员'): Promise<string[]> {
    return this.rows(part, '户内成员', [0, 1]);
  }

  /** These columns of every row of a table, joined by blanks. */
  async rows(part: string, table: string, columns: readonly number[]): Promise<string[]> {
    const rows = this.part(part).getByRole('table', { name: table }).locator('tbody tr.ant-table-row');
    const texts = await rows.evaluateAll((found) =>
      found.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent.trim())),
    );
    return texts.map((cells) => columns.map((at) => cells[at] ?? '').join(' '));
  }

  /** The procedures of the newest entries of the history. */
  async history(): Promise<string[]> {
    return this.part('变动历史').getByRole('heading', { level: 3 }).allInnerTexts();
  }

  /** Begins a procedure from the list beside the page. */
  async begin(typed: string): Promise<void> {
    await focus(this.part('可办业务').getByRole('searchbox', { name: '查找业务' }));
    await write(this.#page, typed);
    await this.#page.keyboard.press('Enter');
    await shown(this.#page.getByRole('navigation', { name: '办理步骤' }));
  }

  /** Undoes the newest event. */
  async reverse(reason: string): Promise<void> {
    await press(this.part('变动历史').getByRole('button', { name: '冲销…' }).first());
    await focus(this.#page.getByLabel('冲销理由'));
    await write(this.#page, reason);
    await takePicture(this.#page, 'reversal');
    await press(this.part('变动历史').getByRole('button', { name: '冲销', exact: true }));
    await shown(this.part('变动历史').getByText('已冲销').first());
    await takePicture(this.#page, 'reversed');
  }

  #main(): Locator {
    return this.#page.getByRole('main');
  }
}
