import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Page } from 'playwright-core';
import { townCommand } from '../../electron/cli/town.ts';
import { Counter } from '../e2e/counter.ts';
import { openProgram } from '../e2e/program.ts';
import { percentiles } from './measure.ts';

/*
 * From the key press to the painted list in the real window, on a copy of 200,000 persons: Enter in the search box until the frame with the
 * new lines was drawn. Measured inside the page, so that the driver's own time does not count. Prints one line of JSON.
 */
const { values: asked } = parseArgs({
  options: { persons: { type: 'string', default: '200000' } },
});
const nowhere = 'http://127.0.0.1:9';
/** Each once: what was searched before is shown from memory. */
const warmUp = ['王', 'wjg', '1990', '景明小区', '9981'];
const texts = [
  ...['李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴', '徐'].flatMap((surname) => [
    surname,
    `${surname}建`,
    `${surname} 1985`,
  ]),
  ...['zw', 'lj', 'wang', 'liu', 'zhang'],
  ...['1954', '1967', '1973', '1988', '2001', '19850612', '220402', '220403198', '9912', '9743', '90051'],
];

/** Notes when Enter goes down and when the frame with another first line, or with none, has been drawn. */
async function timeSearch(page: Page, text: string): Promise<number> {
  const box = page.locator('#person-text');
  await box.fill(text);
  await page.evaluate(() => {
    const marks: { down?: number; drawn?: number } = {};
    Object.assign(window, { findMarks: marks });
    const list = () => document.querySelector('.person-table tbody')?.textContent ?? '';
    const before = list();
    document.addEventListener(
      'keydown',
      () => {
        marks.down = performance.now();
        const look = () => {
          const isDone = list() !== before;
          if (isDone) setTimeout(() => (marks.drawn = performance.now()), 0);
          else requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      },
      { once: true, capture: true },
    );
  });
  await box.press('Enter');
  const read = page.waitForFunction(
    () => (window as unknown as { findMarks: { drawn?: number } }).findMarks.drawn,
    null,
    {
      timeout: 5000,
      polling: 20,
    },
  );
  await read;
  return page.evaluate(() => {
    const { down = 0, drawn = 0 } = (window as unknown as { findMarks: { down?: number; drawn?: number } }).findMarks;
    return drawn - down;
  });
}

/** The same search without painting: page, main process, service and back. */
function timeAnswer(page: Page, text: string): Promise<number> {
  return page.evaluate(async (asked) => {
    const startedAt = performance.now();
    await window.luohu.call('person.search', { text: asked, purpose: 'counter' });
    return performance.now() - startedAt;
  }, text);
}

const dataDir = mkdtempSync(join(tmpdir(), 'luohu-bench-'));
const stationDir = join(dataDir, 'practice');
mkdirSync(stationDir, { recursive: true });
await townCommand(['make', '--persons', asked.persons, '--seed', 'bench', '--out', stationDir]);
const program = await openProgram({ dataDir, args: ['--registry', nowhere] });
try {
  const counter = new Counter(program.clerk);
  await counter.logIn('li');
  await program.clerk.keyboard.press('F3');
  await program.clerk.locator('#person-text').waitFor();
  for (const text of warmUp) await timeSearch(program.clerk, text);
  const answers: number[] = [];
  for (const text of texts) answers.push(await timeAnswer(program.clerk, text));
  const times: { text: string; ms: number }[] = [];
  for (const text of texts) times.push({ text, ms: Math.round(await timeSearch(program.clerk, text)) });
  const slowest = times.toSorted((a, b) => b.ms - a.ms).slice(0, 5);
  const keyToPaintedList = percentiles(times.map(({ ms }) => ms));
  const persons = Number(asked.persons);
  console.log(
    JSON.stringify({
      bench: 'find-window',
      persons,
      unit: 'ms',
      count: times.length,
      load: loadavg()[0],
      keyToPaintedList,
      answerAlone: percentiles(answers),
      slowest,
    }),
  );
} finally {
  await program.close();
  rmSync(dataDir, { recursive: true, force: true });
}
