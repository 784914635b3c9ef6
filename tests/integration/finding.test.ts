import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openReader } from '../../electron/station/store/database.ts';
import { maskCitizenNumber } from '../../shared/domain/citizen-number.ts';
import { counterOfFile } from '../fixtures/ready-counter.ts';

const one = counterOfFile();
const purpose = 'verify' as const;

function auditLines(): { action: string; subject: string; details: string }[] {
  const reader = openReader(join(one.counter.dataDir, 'station.db'));
  try {
    return reader
      .prepare<[], { action: string; subject: string; details: string }>(
        `SELECT action, subject, details FROM audit WHERE action IN ('person.search', 'person.read') ORDER BY audit_id`,
      )
      .all();
  } finally {
    reader.close();
  }
}

describe('looking somebody up', () => {
  it('is logged with its purpose and how many were found, never with the words typed', async () => {
    const before = auditLines().length;
    const { rows } = await one.clerk.must('person.search', { text: '王', purpose });
    await one.clerk.must('person.searchBy', { criteria: { name: '王', sex: '1' }, purpose: 'correction' });
    await one.clerk.must('person.page', { personId: rows[0]?.personId ?? '', purpose });
    const lines = auditLines().slice(before);
    expect(lines.map(({ action }) => action)).toEqual(['person.search', 'person.search', 'person.read']);
    expect(JSON.parse(lines[0]?.details ?? '')).toEqual({ purpose, found: rows.length });
    expect(JSON.parse(lines[1]?.details ?? '')).toMatchObject({ purpose: 'correction' });
    expect(lines[2]).toMatchObject({ subject: rows[0]?.personId });
    expect(JSON.stringify(lines)).not.toContain('王');
  });

  it('needs a purpose', async () => {
    const input = { text: '王' } as unknown as { text: string; purpose: typeof purpose };
    expect(await one.clerk.refused('person.search', input)).toBe('INPUT_INVALID');
  });

  it('by ethnic group or religion is no call of the program', async () => {
    const criteria = { name: '王', ethnicity: '02' } as unknown as { name: string };
    expect(await one.clerk.refused('person.searchBy', { criteria, purpose })).toBe('INPUT_INVALID');
  });
});

describe('an assistant', () => {
  it('sees every number masked in the middle in lists and on pages, a clerk sees it whole', async () => {
    const assistant = await one.counter.loggedIn('zhao');
    const { rows: whole } = await one.clerk.must('person.search', { text: '张', purpose });
    const { rows } = await assistant.must('person.search', { text: '张', purpose });
    const byForm = await assistant.must('person.searchBy', { criteria: { name: '张' }, purpose });
    const masked = whole.map(({ citizenId }) => maskCitizenNumber(citizenId));
    expect(rows.map(({ citizenId }) => citizenId)).toEqual(masked);
    expect(byForm.rows.map(({ citizenId }) => citizenId).toSorted()).toEqual(masked.toSorted());

    const { personId, householdId } = whole.find((row) => row.householdId !== null) ?? expect.unreachable();
    const page = await assistant.must('person.page', { personId, purpose });
    const household = await assistant.must('household.page', { householdId: householdId ?? '', purpose });
    const address = await assistant.must('address.page', { addressId: household.view.household.addressId, purpose });
    const history = await assistant.must('history.get', { kind: 'person', id: personId, purpose });
    expect(JSON.stringify({ page, household, address, history })).not.toMatch(/\b\d{17}[\dX]\b/);
    expect(page.person.citizenId).toMatch(/^\d{6}\*{8}\d{3}[\dX]$/);
    expect((await one.clerk.must('person.page', { personId, purpose })).person.citizenId).toMatch(/^\d{17}[\dX]$/);
  });

  it('sees the number of a person they work on whole', async () => {
    const assistant = await one.counter.loggedIn('zhao');
    const { rows } = await assistant.must('person.search', { text: '张', purpose });
    const { person } = await assistant.must('person.get', { personId: rows[0]?.personId ?? '', purpose });
    expect(person.citizenId).toMatch(/^\d{17}[\dX]$/);
  });
});
