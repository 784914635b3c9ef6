import type { Locator, Page } from 'playwright-core';
import { focus, shown } from './look.ts';
import { fillBox, pick, press, tick, write } from './person-entry.ts';

/** How one field of a procedure's page is filled in. */
export type Filling =
  /** Typed and left. */
  | { readonly type: string }
  /** A word or code of a list; the first that fits is taken. */
  | { readonly pick: string }
  /** Members of the household by name. */
  | { readonly tick: readonly string[] }
  | { readonly answer: '是' | '否' }
  /** Somebody of the register, or a household by one of its people: what is typed and who is taken. */
  | { readonly find: string; readonly name: string }
  /** The only household at the same address beside the subject's, or one of the household whom the field offers. */
  | { readonly neighbour: string }
  /** A standard address by its words. */
  | { readonly address: string }
  /** Name of a member → relation. */
  | { readonly relations: Readonly<Record<string, string>> }
  /** Every relation as it is proposed. */
  | { readonly relations: 'as proposed' };

/** What a procedure asks for beyond the person: one card with fields of every kind, named by the policy pack. */
export class PageForm {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  card(): Locator {
    return this.#page.getByRole('region', { name: '登记事项', exact: true });
  }

  async fill(entries: Readonly<Record<string, Filling>>): Promise<void> {
    for (const [label, filling] of Object.entries(entries)) await this.#fillOne(label, filling);
  }

  async #fillOne(label: string, filling: Filling): Promise<void> {
    if ('type' in filling) return this.#type(label, filling.type);
    if ('pick' in filling) return pick(this.#page, this.#combobox(label), filling.pick);
    if ('tick' in filling) return this.#tick(label, filling.tick);
    if ('answer' in filling) return tick(this.card().getByRole('radio', { name: filling.answer }));
    if ('find' in filling) return this.#find(label, filling.find, filling.name);
    if ('neighbour' in filling) return tick(this.card().getByRole('radio', { name: new RegExp(filling.neighbour) }));
    if ('address' in filling) return this.#address(label, filling.address);
    return this.#relations(label, filling.relations);
  }

  #combobox(name: string): Locator {
    return this.card().getByRole('combobox', { name, exact: true });
  }

  async #type(label: string, text: string): Promise<void> {
    const box = this.card().getByLabel(label, { exact: true });
    await fillBox(this.#page, box, text);
  }

  /** Whom the case was started from may be ticked already. */
  async #tick(label: string, names: readonly string[]): Promise<void> {
    for (const name of names) {
      const box = this.card()
        .getByRole('group', { name: label })
        .getByRole('checkbox', { name: new RegExp(`^${name}`) });
      if (!(await box.isChecked())) await tick(box);
    }
  }

  async #find(label: string, typed: string, name: string): Promise<void> {
    await focus(this.card().getByLabel(label, { exact: true }));
    await write(this.#page, typed);
    await this.#page.keyboard.press('Enter');
    await press(this.card().getByRole('button', { name: new RegExp(`选用.*${name}`) }));
    await shown(this.card().locator('.chosen').filter({ hasText: name }));
  }

  async #address(label: string, words: string): Promise<void> {
    const box = this.card().getByLabel(label, { exact: true });
    await focus(box);
    await write(this.#page, words);
    await shown(
      this.card().getByRole('listbox', { name: '查找结果' }).getByRole('option', { name: words, selected: true }),
    );
    await box.press('Enter');
    await shown(this.card().getByText(words));
  }

  async #relations(label: string, relations: Readonly<Record<string, string>> | 'as proposed'): Promise<void> {
    if (relations === 'as proposed') return press(this.card().getByRole('button', { name: /全部采用/ }));
    for (const [name, relation] of Object.entries(relations))
      await pick(this.#page, this.#combobox(`${label} ${name}`), relation);
  }
}
