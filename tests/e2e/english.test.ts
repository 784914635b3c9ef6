import { afterAll, beforeAll, expect, it } from 'vitest';
import { Counter } from './counter.ts';
import { shown, toNextPage } from './look.ts';
import { press } from './person-entry.ts';
import { practiceWorld } from './practice-world.ts';
import { type OpenedProgram, openProgram } from './program.ts';
import { expectEnglish } from './readable-page.ts';
import { TownPeople } from './town-people.ts';

let program: OpenedProgram;
let counter: Counter;
const town = new TownPeople();
const family = town.family('02 12 20! 51 52');
const resident = town.resident('suspended');

beforeAll(async () => {
  program = await openProgram({ dataDir: await practiceWorld() });
  counter = new Counter(program.clerk);
  await counter.logIn('suo');
  await counter.waitUntilSynchronised();
  await press(counter.page.getByRole('button', { name: /English/ }));
}, 300_000);
afterAll(() => program?.close());

/** Names of people, of the station and of the other language stay as they are written. */
const known = /南康派出所|李练习|王练习|赵练习|孙所长|中文|吉林省.*|练习打印文件夹/g;

/** What a record holds stays as it was entered: names, addresses, occupations. */
const entered = /\p{Script=Han}[\p{Script=Han}\d]*/gu;

it('shows every place whole and in English after one press on the language', async () => {
  const { page } = counter;
  const places = page.locator('nav .rail-link');
  expect(await places.count()).toBeGreaterThanOrEqual(12);
  for (const [at, place] of (await places.all()).entries()) {
    if (at > 0) await toNextPage(page, () => press(place));
    await expectEnglish(page, (await place.textContent()) ?? '', known);
  }
}, 120_000);

it('shows the catalogue and the pages of the register whole, every word of the program in English', async () => {
  const { page } = counter;
  await page.keyboard.press('Shift+F2');
  await shown(page.getByRole('listbox', { name: 'Choose a procedure' }).getByRole('option').first());
  await expectEnglish(page, 'catalogue', known);
  const pages = [
    `person/${family.members[0].personId}`,
    `household/${family.householdId}`,
    `address/${family.addressId}`,
  ];
  for (const hash of [...pages, `person/${resident.personId}`]) {
    await toNextPage(page, () =>
      page.evaluate((to) => {
        location.hash = to;
      }, `#/${hash}`),
    );
    await shown(page.getByRole('region', { name: 'What can be done' }));
    const headings = await page.locator('main').locator('h2, h3, th, dt, button').allTextContents();
    expect(headings.filter((words) => /\p{Script=Han}/u.test(words))).toEqual([]);
    await expectEnglish(page, hash, entered);
  }
}, 60_000);
