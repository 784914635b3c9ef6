import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkoutFolders } from '../../../../electron/station/folders.ts';
import { listCasesAbout } from '../../../../electron/station/store/cases.ts';
import { openDatabase } from '../../../../electron/station/store/database.ts';
import { rebuildPersonIndex } from '../../../../electron/station/store/person-index-build.ts';
import { searchPersons } from '../../../../electron/station/store/person-search.ts';
import { addRecord, findRecord } from '../../../../electron/station/store/records.ts';
import { registerView } from '../../../../electron/station/store/register-view.ts';
import { makeTown } from '../../../../shared/town/town.ts';
import { here } from './filled-copy.ts';

const folder = mkdtempSync(join(tmpdir(), 'luohu-photos-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const { migrations } = checkoutFolders(join(import.meta.dirname, '..', '..', '..', '..'));
const file = join(folder, 'station.db');
const former = '220402199001010013';

/** A copy as the program left it before it kept former numbers: a number was corrected, and a case was refused and forgot whom it was about. */
function makeOldCopy(): { personId: string; citizenId: string } {
  const upTo10 = join(folder, 'migrations');
  mkdirSync(upTo10);
  for (const name of readdirSync(migrations).filter((it) => it < '0011'))
    copyFileSync(join(migrations, name), join(upTo10, name));
  const database = openDatabase(file, upTo10);
  const records = makeTown({ persons: 40, seed: 'old' });
  const person = [...records].find(({ kind }) => kind === 'person');
  if (person?.kind !== 'person') throw new Error('a town has people');
  const { personId, citizenId } = person.data;
  database.exec(`
    INSERT INTO operators (operator_id, login, name, role, password_hash) VALUES ('li', 'li', '李', 'clerk', '');
    INSERT INTO persons (person_id, citizen_id, name, sex, born_on, ethnicity, marital_status, status, version)
      VALUES ('${personId}', '${citizenId}', '${person.data.name}', '${person.data.sex}', '${person.data.bornOn}', '01', '10', 'registered', 2);
    INSERT INTO happenings VALUES ('e1', 'register.changed', '${here}', 'li', NULL, 'item.id-number', '', '{}', '2026-01-01', '2026-01-01', '', '', NULL);`);
  const told = (number: string) => JSON.stringify({ citizenId: number });
  database
    .prepare(`INSERT INTO record_history VALUES ('person', ?, 'e1', 2, ?, ?)`)
    .run(personId, told(former), told(citizenId));
  const addCase = database.prepare(
    `INSERT INTO cases (case_id, state, procedure, pack, draft, revision, started_by, saved_at, changed_at)
     VALUES (?, ?, 'item.name', '', ?, 1, 'li', '', '')`,
  );
  addCase.run('refused', 'refused', JSON.stringify({ people: [{ citizenId }] }));
  addCase.run('begun', 'draft', JSON.stringify({ people: [{ citizenId }] }));
  addCase.run('broken', 'withdrawn', '{"people":');
  database.close();
  return { personId, citizenId };
}

describe('a copy from before former numbers were kept', () => {
  it('finds who gave a number up, lets nobody have it, and lists the cases that forgot whom they were about', () => {
    const { personId, citizenId } = makeOldCopy();
    const database = openDatabase(file, migrations);
    rebuildPersonIndex(database);
    const byFormer = registerView(database).list('person', 'formerCitizenIds', former);
    expect(byFormer.map(({ data }) => data.personId)).toEqual([personId]);
    const found = searchPersons(database, { text: former, limit: 5, stationCode: here });
    expect(found.map((row) => row.citizenId)).toEqual([citizenId]);
    const about = listCasesAbout(database, { personId, citizenId, formerCitizenIds: [] }, 10);
    expect(about.map(({ caseId }) => caseId)).toEqual(['refused']);
    database.close();
  });

  it('keeps every number that a record brings, also when the record goes back', () => {
    const database = openDatabase(join(folder, 'new.db'), migrations);
    const [person] = [...makeTown({ persons: 40, seed: 'new' })].filter(({ kind }) => kind === 'person');
    if (person?.kind !== 'person') throw new Error('a town has people');
    addRecord(database, { ...person, data: { ...person.data, formerCitizenIds: [former] } });
    const kept = findRecord(database, 'person', person.id);
    expect(kept?.data).toMatchObject({ formerCitizenIds: [former] });
    database.exec(`UPDATE persons SET former_citizen_ids = '[]'`);
    expect(registerView(database).list('person', 'formerCitizenIds', former)).toHaveLength(1);
    database.close();
  });
});
