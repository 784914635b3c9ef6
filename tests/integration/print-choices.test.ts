import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findBrokenAuditLine } from '../../electron/station/store/audit-lines.ts';
import { openReader } from '../../electron/station/store/database.ts';
import type { FormPlace } from '../../shared/domain/print-place.ts';
import { type Desk, TestCounter } from '../fixtures/counter.ts';

const stock: FormPlace = { printer: 'oki-1', tray: 'Tray2', sides: 'one', mode: 'overprint' };
let counter: TestCounter;
let clerk: Desk;

async function restart(): Promise<void> {
  await counter.stop();
  await counter.start(null);
  clerk = await counter.loggedIn('li');
}

beforeAll(async () => {
  const forms = { 'resident-card': { ...stock, printer: 'hp-1' } };
  counter = await TestCounter.open(null);
  counter.printPlaces = { usualPrinter: 'folder', forms };
  await restart();
}, 90_000);
afterAll(() => counter.discard());

async function placeOf(form: string) {
  const { forms } = await clerk.must('calibration.list', {});
  const { place, placedBy } = forms.find((it) => it.form === form) ?? { place: null, placedBy: null };
  return { place, placedBy };
}

describe('where this computer prints', () => {
  it('is what its settings file says until somebody chooses in the window', async () => {
    expect(await placeOf('resident-card')).toEqual({ place: { ...stock, printer: 'hp-1' }, placedBy: 'settings-file' });
    expect(await placeOf('migration-certificate')).toEqual({
      place: { printer: 'folder', tray: '', sides: 'one', mode: 'full' },
      placedBy: 'nobody',
    });
  });

  it('is chosen by paper, holds at once, and stays over a restart', async () => {
    await clerk.must('printer.choose', { form: 'resident-card', place: stock });
    await clerk.must('printer.choose', { form: 'migration-certificate', place: stock });
    await clerk.must('printer.chooseUsual', { printer: 'office' });
    const guide = await clerk.must('policy.guidePdf', { procedure: 'settle.residence' });
    expect(guide.place).toEqual({ printer: 'office', tray: '', sides: 'one' });
    await restart();
    expect((await clerk.must('calibration.list', {})).usualPrinter).toBe('office');
    expect(await placeOf('resident-card')).toEqual({ place: stock, placedBy: 'window' });
    expect(await placeOf('migration-certificate')).toEqual({ place: stock, placedBy: 'window' });
  });

  it('is given up again: the settings file holds as before', async () => {
    await clerk.must('printer.choose', { form: 'resident-card', place: null });
    await clerk.must('printer.chooseUsual', { printer: null });
    expect(await placeOf('resident-card')).toMatchObject({ place: { printer: 'hp-1' }, placedBy: 'settings-file' });
    expect((await clerk.must('calibration.list', {})).usualPrinter).toBe('folder');
  });

  it('is not chosen by assistants, nor for a paper that is none', async () => {
    const assistant = await counter.loggedIn('zhao');
    expect(await assistant.refused('printer.choose', { form: 'resident-card', place: stock })).toBe('ROLE_REFUSED');
    expect(await assistant.refused('printer.chooseUsual', { printer: 'office' })).toBe('ROLE_REFUSED');
    expect(await clerk.refused('printer.choose', { form: 'no-such-paper', place: stock })).toBe('NOT_FOUND');
  });

  it('stands in the audit log before and after each choice', () => {
    const database = openReader(`${counter.dataDir}/station.db`);
    const lines = database
      .prepare<[], { subject: string; details: string }>(
        `SELECT subject, details FROM audit WHERE action = 'printer.choose' AND result = 'done' ORDER BY audit_id`,
      )
      .all();
    expect(findBrokenAuditLine(database)).toBeNull();
    database.close();
    expect(lines.map(({ subject }) => subject)).toEqual(['resident-card', 'migration-certificate', 'resident-card']);
    expect(JSON.parse(lines[0]?.details ?? '')).toMatchObject({ before: { printer: 'hp-1' }, after: stock });
  });
});
