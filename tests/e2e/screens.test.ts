import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApplicantScreen } from './applicant-screen.ts';
import { findBarriers } from './barriers.ts';
import { Counter } from './counter.ts';
import { shown, toNextPage } from './look.ts';
import { findLatinWords } from './page-words.ts';
import { practiceWorld } from './practice-world.ts';
import { type OpenedProgram, openProgram } from './program.ts';
import { expectChinese, expectNoBarriers } from './readable-page.ts';
import { enterFamily } from './settle-family.ts';
import { TownPeople } from './town-people.ts';

let program: OpenedProgram;
let counter: Counter;
const town = new TownPeople();
const family = town.family('02 12 20! 51 52');
const room = town.room();

beforeAll(async () => {
  program = await openProgram({ dataDir: await practiceWorld(), args: ['--applicant-window'] });
  counter = new Counter(program.clerk);
}, 300_000);
afterAll(() => program?.close());

/** Whole, in Chinese, and usable by someone with a disability. */
async function expectReadable(name: string): Promise<void> {
  await expectChinese(counter.page, name);
  await expectNoBarriers(counter.page, name);
}

describe('every screen at 1366 × 768 in Chinese', () => {
  it('shows the login whole and in Chinese', async () => {
    await shown(counter.page.getByRole('textbox', { name: '用户名' }));
    await expectReadable('login');
  }, 60_000);

  it('shows every place of the left rail whole and in Chinese', async () => {
    await counter.logIn('suo');
    await counter.waitUntilSynchronised();
    const places = await counter.navigation().locator('.rail-word').allTextContents();
    expect(places.length).toBeGreaterThanOrEqual(12);
    expect(places[0]).toBe('首页');
    expect(places).toContain('数据核查');
    for (const place of places) {
      if (place !== '首页') await toNextPage(counter.page, () => counter.goTo(place));
      await expectReadable(place);
    }
  }, 120_000);

  it('shows the catalogue and what a procedure concerns whole and in Chinese', async () => {
    await counter.catalogue.open();
    await expectReadable('catalogue');
    await counter.catalogue.take('fenhu', '分户');
    await shown(counter.page.getByRole('region', { name: /办理哪一户$/ }));
    await expectReadable('what it concerns');
  }, 60_000);

  it('shows a person, a household, an address and a holder of a permit whole and in Chinese', async () => {
    const { register } = counter;
    await register.openPerson(family.members[0]);
    await expectReadable('person');
    await register.openHousehold(family);
    await expectReadable('household');
    await register.openAddress(room);
    await expectReadable('address');
    await register.openPerson(town.resident('suspended'));
    await expectReadable('resident');
  }, 60_000);

  it('shows every step of a case whole and in Chinese', async () => {
    await enterFamily(counter, { room, onStep: (step) => expectReadable(step) });
    await counter.entry.showToApplicant();
    const applicant = new ApplicantScreen(await program.applicant());
    await applicant.waitForLine('陈');
    expect(await findLatinWords(applicant.page)).toEqual([]);
    expect(await findBarriers(applicant.page)).toEqual([]);
  }, 240_000);
});

describe('a page of the register', () => {
  it('begins what is likely with a digit, and F6 goes from part to part', async () => {
    const { page, register } = counter;
    await register.openPerson(town.resident('suspended'));
    await page.keyboard.press('F6');
    const parts = new Set<string>();
    for (let press = 0; press < 4; press += 1) {
      await page.keyboard.press('F6');
      parts.add(
        await page.evaluate(() => document.activeElement?.closest('[data-part]')?.getAttribute('data-part') ?? ''),
      );
    }
    expect([...parts]).toEqual(expect.arrayContaining(['procedures']));
    await page.evaluate(() =>
      document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined,
    );
    await page.keyboard.press('1');
    await counter.catalogue.begun();
    await shown(page.getByRole('region', { name: '办理内容' }).getByText('居住证补办签注'));
  }, 60_000);

  it('opens at its top, wherever the page before it was left', async () => {
    const { page, register } = counter;
    await register.openPerson(family.members[0]);
    await page.locator('main').evaluate((main) => main.scrollTo(0, 10_000));
    await register.follow(/^户号/);
    await expect.poll(() => page.locator('main').evaluate((main) => main.scrollTop)).toBe(0);
  }, 60_000);
});
