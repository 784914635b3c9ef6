import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { draftPerson, madeUpNumber } from '../fixtures/people.ts';
import { Counter } from './counter.ts';
import { shown } from './look.ts';
import { takePicture } from './pictures.ts';
import { practiceWorld } from './practice-world.ts';
import { type OpenedProgram, openProgram } from './program.ts';
import { expectChinese, expectNoBarriers } from './readable-page.ts';

let program: OpenedProgram;
let counter: Counter;

beforeAll(async () => {
  program = await openProgram({ dataDir: await practiceWorld() });
  counter = new Counter(program.clerk);
  await counter.logIn('li');
  await counter.waitUntilSynchronised();
}, 300_000);
afterAll(() => program?.close());

async function expectReadable(name: string): Promise<void> {
  await expectChinese(counter.page, name);
  await expectNoBarriers(counter.page, name);
}

describe('the data check in the window', () => {
  it('runs when asked for and says what it found, as bars and as numbers', async () => {
    const { page } = counter;
    await counter.goTo('数据核查');
    await shown(page.getByText('尚未核查'));
    await page.getByRole('button', { name: '立即核查' }).press('Enter');
    await shown(page.getByText(/最近核查 \d\d:\d\d，共发现 \d+ 处/), 60_000);
    await shown(page.getByRole('button', { name: /^没有照片/ }));
    expect(await page.locator('.sum .count-bar rect').count()).toBeGreaterThan(2);
    await takePicture(page, 'sweep');
    await expectReadable('sweep');
  }, 120_000);

  it('lists a fault by grid unit, and begins the procedure that mends it', async () => {
    const { page } = counter;
    await page.getByRole('button', { name: /^居住证未按期签注/ }).press('Enter');
    await shown(page.getByText('通知持证人补办签注'));
    const list = page.getByRole('table', { name: '问题清单' });
    await shown(list.getByRole('row').nth(2));
    await takePicture(page, 'sweep-list');
    await expectReadable('a list of the sweep');
    const smallest = page.getByRole('region', { name: '按网格' }).getByRole('button').last();
    const [grid = '', count = ''] = await smallest.locator('span').allTextContents();
    await smallest.press('Enter');
    const others = list.locator('tbody tr:not([aria-hidden])').filter({ hasNotText: grid });
    await expect.poll(() => others.count()).toBe(0);
    await expect.poll(() => list.getByText(grid, { exact: true }).count()).toBe(Math.min(20, Number(count)));
    await page
      .getByRole('button', { name: /办理：/ })
      .first()
      .press('Enter');
    await page.waitForURL(/\/case\//);
    await shown(page.getByText('补办').first());
  }, 120_000);
});

describe('somebody entered who may stand in the register already', () => {
  it('is shown beside the other one, and the outcome is recorded', async () => {
    const { page } = counter;
    const { rows } = await counter.ask('person.search', { text: '1975', purpose: 'counter' });
    const other = rows.find(({ status }) => status === 'registered') ?? expect.unreachable();
    const { name, bornOn, sex } = other;
    const citizenId = madeUpNumber('220122', bornOn, sex === '1' ? '905' : '906');
    const started = await counter.ask('case.start', {});
    const { caseId } = started.row;
    const draft = { ...started.draft, people: [draftPerson({ name, bornOn, sex, citizenId })] };
    await counter.ask('case.save', { caseId, revision: started.revision, draft });
    await page.evaluate((id) => window.location.assign(`#/case/${id}`), caseId);
    const pair = page.getByRole('region', { name: `比对：${name} 与 ${name}` });
    await shown(pair.getByText('尚未记录结论'));
    await shown(pair.getByRole('cell', { name: '≠ 不同' }).first());
    await takePicture(page, 'duplicates');
    await expectReadable('duplicates');
    await pair.getByLabel('比对说明').fill('出生地不同');
    await pair.getByRole('button', { name: '不是同一人' }).press('Enter');
    await shown(pair.getByText(/李练习：不是同一人（出生地不同）/));
    const isOpen = async () =>
      (await counter.ask('case.get', { caseId })).assessment.problems.some(({ code }) => code === 'duplicate-possible');
    await expect.poll(isOpen).toBe(false);
  }, 120_000);
});
