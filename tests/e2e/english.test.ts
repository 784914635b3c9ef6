import { afterAll, beforeAll, expect, it } from 'vitest';
import { Counter } from './counter.ts';
import { findCutTexts, findHanWords, isScrolledSideways } from './page-words.ts';
import { press } from './person-entry.ts';
import { practiceWorld } from './practice-world.ts';
import { type OpenedProgram, openProgram } from './program.ts';

let program: OpenedProgram;
let counter: Counter;

beforeAll(async () => {
  program = await openProgram({ dataDir: await practiceWorld() });
  counter = new Counter(program.clerk);
}, 300_000);
afterAll(() => program?.close());

/** Names of people, of the station and of the other language stay as they are written. */
const known = /南康派出所|李练习|王练习|赵练习|孙所长|中文|吉林省.*|练习打印文件夹/g;

it('shows every place whole and in English after one press on the language', async () => {
  await counter.logIn('suo');
  await press(counter.page.getByRole('button', { name: /English/ }));
  const places = await counter.page.locator('nav a').allInnerTexts();
  expect(places.length).toBeGreaterThanOrEqual(8);
  for (let index = 0; index < places.length; index += 1) {
    await press(counter.page.locator('nav a').nth(index));
    await counter.page.waitForTimeout(500);
    const place = places[index];
    const [han, cut] = [await findHanWords(counter.page, known), await findCutTexts(counter.page)];
    expect({ place, han, cut, isWide: await isScrolledSideways(counter.page) }).toEqual({
      place,
      han: [],
      cut: [],
      isWide: false,
    });
  }
}, 120_000);
