import type { Locator, Page } from 'playwright-core';
import { focus, shown } from './look.ts';

/** Label of a field → what is typed into it. */
export type Entry = Readonly<Record<string, string>>;

const pickedFields = [
  '性别',
  '民族',
  '婚姻状况',
  '户籍地类别',
  '文化程度',
  '兵役状况',
  '血型',
  '与申请人关系',
  '与户主关系',
];

/** Types into the fields of one person as a clerk does: by keyboard, a word or code and Enter where there is a list. */
export async function typeEntry(page: Page, person: Locator, entry: Entry): Promise<void> {
  for (const [label, text] of Object.entries(entry)) await typeField(page, person, label, text);
}

/** One field by its label. */
export async function typeField(page: Page, person: Locator, label: string, text: string): Promise<void> {
  if (pickedFields.includes(label)) return pick(page, person.getByRole('combobox', { name: label }), text);
  const box = person.getByLabel(label, { exact: true });
  await fillBox(page, box, text);
}

/** Writes into a box what is to stand there, and leaves it. */
export async function fillBox(page: Page, box: Locator, text: string): Promise<void> {
  await focus(box);
  await box.press('ControlOrMeta+a');
  await write(page, text);
  await box.press('Tab');
}

/** Types: key by key what has a key, and Chinese as an input method writes it, a run of characters at once. */
export async function write(page: Page, text: string): Promise<void> {
  for (const run of text.match(/[\u0020-\u007e]+|[^\u0020-\u007e]+/g) ?? []) {
    if (/^[\u0020-\u007e]/.test(run)) await page.keyboard.type(run);
    else await page.keyboard.insertText(run);
  }
}

/** Takes the first of a list that fits a word or code. */
export async function pick(page: Page, box: Locator, text: string): Promise<void> {
  await focus(box);
  await write(page, text);
  await shown(page.locator('.ant-select-dropdown:visible .ant-select-item-option-active').first());
  await box.press('Enter');
}

/** Presses a button by keyboard. */
export async function press(button: Locator): Promise<void> {
  await focus(button);
  await button.press('Enter');
}

/** Chooses a radio or ticks a box by keyboard. */
export async function tick(box: Locator): Promise<void> {
  await focus(box);
  await box.press('Space');
}
