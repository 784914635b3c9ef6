import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Counter } from './counter.ts';
import { focus, shown } from './look.ts';
import { practiceWorld } from './practice-world.ts';
import { type OpenedProgram, openProgram } from './program.ts';
import { TownPeople } from './town-people.ts';

let program: OpenedProgram;
let counter: Counter;
const town = new TownPeople();
const family = town.family('02 12 20!');

beforeAll(async () => {
  program = await openProgram({ dataDir: await practiceWorld() });
  counter = new Counter(program.clerk);
  await counter.logIn('zhao');
}, 300_000);
afterAll(() => program?.close());

/** A search of the whole town on a busy computer. */
const soon = { timeout: 20_000 };

/** Types into the one box and starts; the list of the search before stands until the new one is there. */
async function find(text: string): Promise<void> {
  const { page } = counter;
  await page.keyboard.press('F3');
  const box = page.getByLabel('查找内容');
  await focus(box);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
}

/** What is said of the list. */
const said = () => counter.page.getByRole('status').filter({ hasText: '副本截至' }).textContent();

const rows = () => counter.page.getByRole('table', { name: '查询结果' }).locator('tbody tr');

describe('finding people', () => {
  it('lists fifty at most, says that more fit, and draws them all', async () => {
    await find('王');
    await expect.poll(said, soon).toMatch(/只列出前 50 人.*副本截至/);
    await expect.poll(() => rows().count(), soon).toBe(50);
  });

  it('shows an assistant every number masked in the middle', async () => {
    const numbers = await rows().locator('td:nth-child(2)').allTextContents();
    expect(numbers.filter((it) => !/^\d{6} \*{8} \d{3}[\dX]$/.test(it))).toEqual([]);
  });

  it('says what else to type where nobody was found', async () => {
    await find('12');
    await expect.poll(said, soon).toMatch(/共 0 条/);
    expect(await rows().allTextContents()).toEqual([expect.stringMatching(/^没有找到。号码至少输入 4 位/)]);
  });
});

describe('a rare character', () => {
  it('is shown, or said to have no glyph on this computer, and never as an empty box', async () => {
    const { page } = counter;
    await focus(page.getByLabel('查找内容'));
    await page.keyboard.press('Shift+F4');
    const offered = page.getByRole('listbox', { name: '生僻字' }).getByRole('option');
    await page.keyboard.type('U+738B');
    await expect.poll(() => offered.allTextContents(), soon).toEqual([expect.stringMatching(/^王/)]);
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('U+31111');
    await expect.poll(() => offered.allTextContents(), soon).toEqual([expect.stringMatching(/^无字形.*U\+31111/)]);
    await page.keyboard.press('Escape');
  });
});

describe('the page of a person', () => {
  it('has one scroll bar, its own', async () => {
    await counter.register.openPerson(family.members[0]);
    const inner = await counter.page.locator('main').evaluate(
      (main) =>
        [...main.querySelectorAll('*')].filter((it) => {
          const { overflowY } = getComputedStyle(it);
          return /auto|scroll/.test(overflowY) && it.scrollHeight > it.clientHeight + 1;
        }).length,
    );
    expect(inner).toBe(0);
  });

  it('begins a change of items that shows what is registered now, without an empty step for the situation', async () => {
    const { entry, form, register } = counter;
    await register.begin('qtxmbggz');
    expect(await entry.step('情形').count()).toBe(0);
    await entry.goOnTo('登记事项');
    await shown(form.card().getByText('现登记：已婚'));
    const spouse = form.card().getByRole('radio', { name: new RegExp(family.members[1].name) });
    await shown(spouse.first());
  });
});
