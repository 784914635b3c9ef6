import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CrossReading, uncorrected } from '../../shared/domain/calibration.ts';
import { PrintCalibration } from '../../shared/domain/form.ts';
import { crossesOf } from '../../shared/domain/test-sheet.ts';
import { findBarriers } from './barriers.ts';
import { Counter } from './counter.ts';
import { emptyFolder, nowhere } from './empty-folder.ts';
import { focus, shown } from './look.ts';
import { findCutTexts, findLatinWords, isScrolledSideways } from './page-words.ts';
import { press } from './person-entry.ts';
import { type OpenedProgram, openProgram } from './program.ts';

const needs = PrintCalibration.parse({ offsetXmm: 1.5, offsetYmm: -0.8, scaleX: 1.004 });
/** What the window may show in Latin letters: an operator’s log-in. */
const known = ['li'];
let program: OpenedProgram;
let counter: Counter;

/** What the ruler shows on a card from a printer that needs this correction. */
const read: readonly CrossReading[] = crossesOf({ widthMm: 143, heightMm: 105 }).map((cross) => {
  const { xMm, yMm } = uncorrected(cross, needs);
  return { cross: cross.number, sheet: 1, xMm: Number(xMm.toFixed(1)), yMm: Number(yMm.toFixed(1)) };
});

beforeAll(async () => {
  const dataDir = emptyFolder();
  mkdirSync(join(dataDir, 'practice'));
  const settings = { forms: { 'resident-card': { mode: 'overprint' } } };
  writeFileSync(join(dataDir, 'practice', 'settings.json'), JSON.stringify(settings));
  program = await openProgram({ dataDir, args: ['--registry', nowhere] });
  counter = new Counter(program.clerk);
  await counter.logIn('li');
}, 300_000);
afterAll(() => program?.close());

/** Over what stands in the box that has the focus; Enter goes to the next. */
async function typeReading(mm: number | null): Promise<void> {
  const { page } = counter;
  await page.keyboard.press('Control+A');
  await page.keyboard.type((mm ?? 0).toFixed(1));
  await page.keyboard.press('Enter');
}

async function typeReadings(readings: readonly CrossReading[]): Promise<void> {
  await focus(counter.page.getByRole('textbox', { name: '1 号十字标距左边缘' }));
  for (const { xMm, yMm } of readings) for (const mm of [xMm, yMm]) await typeReading(mm);
}

describe('the calibration page', () => {
  it('opens from the settings on the form that is overprinted, whole and in Chinese', async () => {
    const { page } = counter;
    await counter.goTo('设置');
    await press(page.getByRole('link', { name: '打开套打校准' }));
    await shown(page.getByRole('heading', { name: '套打校准', level: 1 }));
    await shown(page.getByText('常住人口登记卡（第 1 版，143 × 105 毫米）'));
    const found = { cut: await findCutTexts(page), latin: await findLatinWords(page, known) };
    expect({ ...found, isWide: await isScrolledSideways(page), barriers: await findBarriers(page) }).toEqual({
      cut: [],
      latin: [],
      isWide: false,
      barriers: [],
    });
  });

  it('prints the test sheet', async () => {
    await press(counter.page.getByRole('button', { name: '打印测试页' }));
    await shown(counter.page.getByText('已送到打印机：练习打印文件夹'));
    const [sheet = ''] = readdirSync(program.printedDir);
    expect(readFileSync(join(program.printedDir, sheet)).subarray(0, 5).toString()).toBe('%PDF-');
  });

  it('names the number that was mistyped and keeps nothing', async () => {
    const { page } = counter;
    const [first, second, ...rest] = read;
    if (!first || !second) throw new Error('no readings');
    await typeReadings([first, { ...second, yMm: 81 }, ...rest]);
    await shown(page.getByText(/2 号十字标“距上边缘”很可能录错，其余读数表明应在 20\.\d 毫米左右/));
    expect(await page.getByRole('button', { name: '保存校准' }).count()).toBe(0);
    expect(await findBarriers(page)).toEqual([]);
  });

  it('keeps what agrees, and the arrow keys move it by a tenth of a millimetre', async () => {
    const { page } = counter;
    await focus(page.getByRole('textbox', { name: '2 号十字标距上边缘' }));
    await typeReading(read[1]?.yMm ?? null);
    await press(page.getByRole('button', { name: '保存校准' }));
    await shown(page.getByText('已保存。'));
    await focus(page.getByRole('button', { name: '左移 0.1 毫米' }));
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    const kept = async () => (await counter.ask('calibration.list', {})).calibrations[0]?.calibration;
    await counter.until(async () => Math.abs(((await kept())?.offsetXmm ?? 0) - 1.7) < 0.15, 'it moved', 10_000);
    await counter.until(async () => Math.abs(((await kept())?.offsetYmm ?? 0) + 0.7) < 0.15, 'it moved', 10_000);
    await press(page.getByRole('button', { name: '按校准打印复核页' }));
    await counter.until(
      () => Promise.resolve(readdirSync(program.printedDir).length === 2),
      'the check sheet is printed',
      20_000,
    );
    expect(await findBarriers(page)).toEqual([]);
  });
});
