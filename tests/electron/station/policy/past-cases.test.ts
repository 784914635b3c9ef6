import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkoutFolders } from '../../../../electron/station/folders.ts';
import { listPastCases } from '../../../../electron/station/policy/past-cases.ts';
import { openDatabase } from '../../../../electron/station/store/database.ts';
import { Draft, DraftPerson } from '../../../../shared/contract/draft.ts';
import { readFacts } from '../../../../shared/policy/facts.ts';
import { exampleCity } from '../../../shared/policy/example-city.ts';

const folder = mkdtempSync(join(tmpdir(), 'past-cases-'));
const { migrations } = checkoutFolders(join(import.meta.dirname, '..', '..', '..', '..'));
const database = openDatabase(join(folder, 'station.db'), migrations);
database.pragma('foreign_keys = OFF');
afterAll(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

function addCase(caseId: string, draft: string, acceptedAt: string | null): void {
  const at = '2026-11-01T02:00:00Z';
  database
    .prepare(
      `INSERT INTO cases (case_id, state, procedure, pack, draft, revision, acceptance_number, started_by, accepted_at, saved_at, changed_at)
       VALUES (?, 'accepted', '', 'example-city@2026.1', ?, 1, ?, 'operator', ?, ?, ?)`,
    )
    .run(caseId, draft, acceptedAt && `N-${caseId}`, acceptedAt, at, at);
}

describe('past cases of a station', () => {
  it('are the accepted ones, with the facts of the day they were accepted and no names', () => {
    const person = DraftPerson.parse({ name: '王小明', bornOn: '1990-01-01', hukouDivision: '980101' });
    const draft = Draft.parse({ procedure: 'settle.residence', people: [person], answers: { home: 'rented' } });
    addCase('one', JSON.stringify(draft), '2026-10-30T08:00:00Z');
    addCase('draft', JSON.stringify(draft), null);
    addCase('broken', '{', '2026-10-30T09:00:00Z');
    const cases = listPastCases(database, exampleCity);
    expect(cases).toEqual([
      {
        id: 'N-one',
        facts: {
          asOf: '2026-10-30',
          procedure: 'settle.residence',
          applicant: { birthDate: '1990-01-01', hukou: { division: '980101' } },
          residence: { basis: 'rented' },
          companions: [],
          materials: [],
        },
      },
    ]);
    expect(readFacts(exampleCity, cases[0]?.facts)).toMatchObject({ ok: true });
  });
});
