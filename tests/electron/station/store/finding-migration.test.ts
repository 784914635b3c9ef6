import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { checkoutFolders } from '../../../../electron/station/folders.ts';
import { openDatabase } from '../../../../electron/station/store/database.ts';
import { indexDuePersons } from '../../../../electron/station/store/person-index.ts';
import { rebuildPersonIndex } from '../../../../electron/station/store/person-index-build.ts';
import { searchPersons } from '../../../../electron/station/store/person-search.ts';
import { addRecord } from '../../../../electron/station/store/records.ts';
import { makeTown } from '../../../../shared/town/town.ts';
import { here } from './filled-copy.ts';

const folder = mkdtempSync(join(tmpdir(), 'luohu-finding-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const { migrations } = checkoutFolders(join(import.meta.dirname, '..', '..', '..', '..'));
const file = join(folder, 'station.db');

/** The migrations up to 0008, whatever came after. */
const upTo8 = join(folder, 'migrations');
mkdirSync(upTo8);
for (const name of readdirSync(migrations).filter((it) => it < '0009'))
  copyFileSync(join(migrations, name), join(upTo8, name));

/** A copy as the program before 0008 left it: nobody's residence counts, nothing but ids and letters in the index. */
function makeOldCopy(): { resident: string } {
  const database = openDatabase(file, upTo8);
  // Today's program writes a column and reads a table that came later.
  database.exec(`ALTER TABLE persons ADD COLUMN former_citizen_ids TEXT NOT NULL DEFAULT '[]';
    CREATE TABLE former_numbers (number TEXT PRIMARY KEY, person_id TEXT NOT NULL)`);
  database.transaction(() => {
    for (const record of makeTown({ persons: 500, seed: 'old' })) addRecord(database, record);
  })();
  const residences = database.prepare<[], { person_id: string }>('SELECT person_id FROM residences').all();
  database.exec(`UPDATE residences SET ended_on = '2026-01-01'`);
  rebuildPersonIndex(database);
  database.exec(
    'UPDATE residences SET ended_on = NULL; ALTER TABLE persons DROP COLUMN former_citizen_ids; DROP TABLE former_numbers',
  );
  for (const table of ['search_births', 'search_numbers', 'search_due', 'named_places'])
    database.exec(`DROP TABLE ${table}`);
  for (const trigger of ['come', 'change', 'go']) database.exec(`DROP TRIGGER named_places_${trigger}`);
  database.exec('DROP INDEX addresses_with_parts');
  for (const column of ['name', 'citizen_id', 'born', 'sex', 'status'])
    database.exec(`ALTER TABLE search_persons DROP COLUMN ${column}`);
  database.exec('DELETE FROM migrations WHERE number = 8; PRAGMA user_version = 7');
  database.close();
  return { resident: residences[0]?.person_id ?? '' };
}

describe('a copy from before residents were found', () => {
  it('finds the same people after the upgrade, and residents as the station’s own', () => {
    const { resident } = makeOldCopy();
    const database = openDatabase(file, migrations);
    const due = database.prepare('SELECT count(*) FROM search_due').pluck();
    expect(Number(due.get())).toBeGreaterThan(0);
    while (Number(due.get()) > 0) database.transaction(() => indexDuePersons(database))();
    const all = (text: string) =>
      searchPersons(database, { text, limit: 50, stationCode: here }).map(({ personId }) => personId);
    const texts = ['王', '1990', '19900101', '2204021990', 'w', '9981', '01000'];
    const upgraded = texts.map((text) => all(text).toSorted());
    const number = database.prepare('SELECT citizen_id FROM persons WHERE person_id = ?').pluck().get(resident);
    expect(searchPersons(database, { text: String(number), limit: 1, stationCode: here })[0]?.isHere).toBe(true);
    rebuildPersonIndex(database);
    const counted = texts.map((text, index) => [all(text).length, upgraded[index]?.length]);
    expect(counted.every(([anew, before]) => anew === before)).toBe(true);
    database.close();
  });
});
