import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ApplicantScreen } from './applicant-screen.ts';
import { findBarriers } from './barriers.ts';
import { Counter } from './counter.ts';
import { findCutTexts, findLatinWords, isScrolledSideways } from './page-words.ts';
import { listFreeRooms, practiceWorld } from './practice-world.ts';
import { type OpenedProgram, openProgram } from './program.ts';
import { enterFamily } from './settle-family.ts';

/** User names are Latin in practice mode. */
const known = ['li', 'wang', 'zhao', 'suo'];
let program: OpenedProgram;
let counter: Counter;

beforeAll(async () => {
  program = await openProgram({ dataDir: await practiceWorld(), args: ['--applicant-window'] });
  counter = new Counter(program.clerk);
}, 300_000);
afterAll(() => program?.close());

/** Whole, in Chinese, and usable by someone with a disability. */
async function expectReadable(name: string): Promise<void> {
  const { page } = counter;
  const cut = await findCutTexts(page);
  const latin = await findLatinWords(page, known);
  const found = { name, cut, latin, isWide: await isScrolledSideways(page), barriers: await findBarriers(page) };
  expect(found).toEqual({ name, cut: [], latin: [], isWide: false, barriers: [] });
}

describe('every screen at 1366 × 768 in Chinese', () => {
  it('shows the login whole and in Chinese', async () => {
    await counter.page.getByRole('textbox', { name: '用户名' }).waitFor();
    await expectReadable('login');
  }, 60_000);

  it('shows every place of the left rail whole and in Chinese', async () => {
    await counter.logIn('suo');
    await counter.waitUntilSynchronised();
    for (const place of ['首页', '受理', '待审批', '查询', '打印', '办事指南', '开具证明', '报表', '同步', '设置']) {
      await counter.goTo(place);
      await counter.page.waitForTimeout(500);
      await expectReadable(place);
    }
  }, 120_000);

  it('shows every step of a case whole and in Chinese', async () => {
    await enterFamily(counter, { room: listFreeRooms(4)[3], onStep: (step) => expectReadable(step) });
    await counter.entry.showToApplicant();
    const applicant = new ApplicantScreen(await program.applicant());
    await applicant.waitForLine('陈');
    expect(await findLatinWords(applicant.page)).toEqual([]);
    expect(await findBarriers(applicant.page)).toEqual([]);
  }, 240_000);
});
