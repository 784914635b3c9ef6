import type { Locator, Page } from 'playwright-core';

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
  await box.focus();
  await box.press('ControlOrMeta+a');
  await page.keyboard.type(text);
  await box.press('Tab');
}

/** Takes the first of a list that fits a word or code. */
export async function pick(page: Page, box: Locator, text: string): Promise<void> {
  await box.focus();
  await page.keyboard.type(text);
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option-active').first().waitFor();
  await box.press('Enter');
}

/** Presses a button by keyboard. */
export async function press(button: Locator): Promise<void> {
  await button.focus();
  await button.press('Enter');
}

/** Chooses a radio or ticks a box by keyboard. */
export async function tick(box: Locator): Promise<void> {
  await box.focus();
  await box.press('Space');
}
