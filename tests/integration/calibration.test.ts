import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrokenAuditLine } from '../../electron/station/store/audit-lines.ts';
import { openReader } from '../../electron/station/store/database.ts';
import type { RunningRegistry } from '../../registry/server.ts';
import type { CalibrationPlace } from '../../shared/contract/calibration.ts';
import { type CrossReading, uncorrected } from '../../shared/domain/calibration.ts';
import { PrintCalibration } from '../../shared/domain/form.ts';
import { crossesOf } from '../../shared/domain/test-sheet.ts';
import { inkOf, rasterOf, textOf, type Word, wordsOf } from '../electron/station/print/print-rig.ts';
import { type Desk, startTestRegistry, type TestCounter } from '../fixtures/counter.ts';
import { familyDraft } from '../fixtures/people.ts';
import { openReadyCounter } from '../fixtures/ready-counter.ts';
import { emptyRoom, enter } from '../fixtures/settling.ts';

let registry: RunningRegistry;
let counter: TestCounter;
let clerk: Desk;
let assistant: Desk;
let caseId = '';

const place: CalibrationPlace = { printer: 'oki-1', tray: 'Tray2', form: 'voluntary-statement', version: 1 };
const page = { widthMm: 210, heightMm: 297 };
const needs = PrintCalibration.parse({
  offsetXmm: -2.3,
  offsetYmm: 1.6,
  scaleX: 1.006,
  scaleY: 0.997,
  rotationDeg: 0.4,
});

/** What the ruler shows on a sheet from a printer that needs this correction. */
function readings(): CrossReading[] {
  return crossesOf(page).map(({ number, ...cross }) => {
    const { xMm, yMm } = uncorrected(cross, needs);
    return { cross: number, sheet: 1, xMm: Number(xMm.toFixed(1)), yMm: Number(yMm.toFixed(1)) };
  });
}

function auditOf(action: string) {
  const database = openReader(`${counter.dataDir}/station.db`);
  const lines = database
    .prepare<[string], { subject: string; details: string; result: string }>(
      'SELECT subject, details, result FROM audit WHERE action = ? ORDER BY audit_id',
    )
    .all(action);
  expect(findBrokenAuditLine(database)).toBeNull();
  database.close();
  return lines.map(({ details, ...line }) => ({ ...line, details: JSON.parse(details) }));
}

beforeAll(async () => {
  registry = await startTestRegistry();
  ({ counter, clerk } = await openReadyCounter(registry.url));
  const room = await emptyRoom(clerk);
  caseId = (await enter(clerk, familyDraft({ addressId: room, household: 'new' }))).row.caseId;
  await counter.stop();
  const { printer, tray, form } = place;
  counter.printPlaces = {
    usualPrinter: 'folder',
    forms: { [form]: { printer, tray, sides: 'one', mode: 'overprint' } },
  };
  await counter.start(registry.url);
  clerk = await counter.loggedIn('li');
  assistant = await counter.loggedIn('zhao');
}, 90_000);

afterAll(async () => {
  await counter.discard();
  await registry.stop();
});

async function paper(): Promise<string> {
  return (await clerk.must('document.add', { caseId, form: 'voluntary-statement' })).documentId;
}

/** Characters that stand once in both prints, with how far they stand apart. */
function shifts(before: readonly Word[], after: readonly Word[]) {
  const once = (words: readonly Word[], text: string) => words.filter((it) => it.text === text).length === 1;
  return before.flatMap((word) => {
    const twin = after.find(({ text }) => text === word.text);
    return twin && once(before, word.text) && once(after, word.text) ? [{ word, twin }] : [];
  });
}

describe('the calibration of a printer', () => {
  it('names each form with its page and where the settings have it printed', async () => {
    const { forms, calibrations } = await clerk.must('calibration.list', {});
    expect(forms.find(({ form }) => form === place.form)).toMatchObject({
      version: 1,
      ...page,
      place: { printer: 'oki-1', tray: 'Tray2', mode: 'overprint' },
    });
    expect(forms.find(({ form }) => form === 'resident-card')?.place).toEqual({
      printer: 'folder',
      tray: '',
      sides: 'one',
      mode: 'full',
    });
    expect(forms.some(({ form }) => form === 'calibration-sheet')).toBe(false);
    expect(calibrations).toEqual([]);
  });

  it('prints a test sheet of the form’s size, as many as a run takes', async () => {
    const sheet = await clerk.must('calibration.sheetPdf', { place, sheets: 3, isCalibrated: false });
    expect(sheet.place).toEqual({ printer: 'oki-1', tray: 'Tray2', sides: 'one' });
    const pages = textOf(sheet.pdf).split('\f');
    expect(pages[2]).toContain('第 3 张');
    expect(pages[2]).toContain('190 / 275');
    const { width, height, perMm } = rasterOf(sheet.pdf, 50);
    expect([Math.round(width / perMm), Math.round(height / perMm)]).toEqual([210, 297]);
  });

  it('is tried on readings without being kept, and names the reading that was mistyped', async () => {
    const { form, version } = place;
    const [first, ...rest] = readings();
    const mistyped = [{ ...first, cross: 1, sheet: 1, xMm: 32.2, yMm: first?.yMm ?? 0 }, ...rest];
    const fit = await clerk.must('calibration.fit', { form, version, readings: mistyped });
    expect(fit).toMatchObject({ isAccepted: false, suspect: { cross: 1, axis: 'x' } });
    expect(fit?.suspect?.expectedMm).toBeCloseTo(first?.xMm ?? 0, 0);
    expect(await clerk.refused('calibration.save', { place, readings: mistyped })).toBe('CALIBRATION_REFUSED');
    expect(await clerk.must('calibration.fit', { form, version, readings: readings().slice(0, 3) })).toBeNull();
    expect((await clerk.must('calibration.list', {})).calibrations).toEqual([]);
  });

  it('is refused where it needs more than a sound printer', async () => {
    const far = readings().map((reading) => ({ ...reading, xMm: (reading.xMm ?? 0) + 80 }));
    expect(await clerk.refused('calibration.save', { place, readings: far })).toBe('CALIBRATION_REFUSED');
  });

  it('is kept from good readings, nudged by a tenth, and each change stands in the log', async () => {
    const saved = await clerk.must('calibration.save', { place, readings: readings() });
    expect(saved.measured?.maxResidualMm).toBeLessThan(0.2);
    expect(saved.changedBy).toBe('李练习');
    const nudged = await assistant.must('calibration.nudge', { place, rightSteps: 3, downSteps: -1 });
    expect(nudged.calibration.offsetXmm).toBeCloseTo(saved.calibration.offsetXmm + 0.3, 6);
    expect(nudged.calibration.offsetYmm).toBeCloseTo(saved.calibration.offsetYmm - 0.1, 6);
    expect(nudged.measured).toEqual(saved.measured);
    await assistant.must('calibration.nudge', { place, rightSteps: -3, downSteps: 1 });
    expect((await clerk.must('calibration.list', {})).calibrations).toMatchObject([
      { ...place, calibration: saved.calibration, changedBy: '赵练习' },
    ]);
    const subject = 'voluntary-statement@1 oki-1/Tray2';
    expect(auditOf('calibration.save').at(-1)).toMatchObject({
      subject,
      result: 'done',
      details: { before: null, after: saved.calibration },
    });
    expect(auditOf('calibration.nudge')[0]).toMatchObject({
      subject,
      details: { before: saved.calibration, after: nudged.calibration },
    });
  });

  it('moves what is printed onto stock by what was measured for that tray', async () => {
    const documentId = await paper();
    const calibrated = await clerk.must('document.issue', { documentId });
    const other: CalibrationPlace = { ...place, tray: 'Tray1' };
    await clerk.must('calibration.nudge', { place: other, rightSteps: 40, downSteps: 40 });
    expect(calibrated.place).toEqual({ printer: 'oki-1', tray: 'Tray2', sides: 'one' });
    const moved = wordsOf(calibrated.pdf);
    await clerk.must('calibration.reset', { place });
    const still = wordsOf((await clerk.must('document.issue', { documentId })).pdf);
    const compared = shifts(still, moved);
    expect(compared.length).toBeGreaterThan(3);
    const turn = (needs.rotationDeg * Math.PI) / 180;
    for (const { word, twin } of compared) {
      const [x, y] = [word.xMm * needs.scaleX, word.baselineMm * needs.scaleY];
      expect(Math.abs(Math.cos(turn) * x - Math.sin(turn) * y + needs.offsetXmm - twin.xMm)).toBeLessThan(0.5);
    }
    expect(auditOf('calibration.reset').at(-1)?.details.before.offsetXmm).toBeCloseTo(needs.offsetXmm, 0);
  });

  it('shows the values over the stock, stamped, in the window and to the applicant', async () => {
    const documentId = await paper();
    const preview = (await clerk.must('document.preview', { documentId })).pdf;
    const final = (await clerk.must('document.issue', { documentId })).pdf;
    const [shownWords, printedWords] = [preview, final].map((pdf) => textOf(pdf).replace(/\s/g, ''));
    expect(printedWords).not.toContain('自愿落户声明');
    expect(shownWords).toContain('自愿落户声明');
    expect(shownWords).toMatch(/预.*览.*无.*效/s);
    // The stock is light: what is dark is what will be printed, at the same place.
    const [dark, printed] = [inkOf(rasterOf(preview, 100)), inkOf(rasterOf(final, 100))];
    expect(dark?.left).toBeCloseTo(printed?.left ?? 0, 1);
    expect(dark?.bottom).toBeCloseTo(printed?.bottom ?? 0, 1);
    await clerk.must('applicant.show', { caseId, documentId, asksSignature: false });
    const shown = await counter.desk('applicant').must('applicant.view', {});
    expect(shown.shows === 'document' && textOf(shown.pdf)).toBe(textOf(preview));
  });

  it('is replaced and forgotten by officers only', async () => {
    expect(await assistant.refused('calibration.save', { place, readings: readings() })).toBe('ROLE_REFUSED');
    expect(await assistant.refused('calibration.reset', { place })).toBe('ROLE_REFUSED');
  });
});
