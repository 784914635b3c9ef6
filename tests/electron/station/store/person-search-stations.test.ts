import { afterAll, describe, expect, it } from 'vitest';
import { clearPersonIndex, indexPersons } from '../../../../electron/station/store/person-index.ts';
import { buildPersonIndex, rebuildPersonIndex } from '../../../../electron/station/store/person-index-build.ts';
import { readPersonQuery } from '../../../../electron/station/store/person-query.ts';
import { searchPersons } from '../../../../electron/station/store/person-search.ts';
import { listStages } from '../../../../electron/station/store/person-stages.ts';
import { FilledCopy, here } from './filled-copy.ts';

const there = '220421150000';
const copy = new FilledCopy({ persons: 900, seed: 'one' });
afterAll(() => copy.close());
const { database } = copy;

/** Half of the households are another station's. */
database.prepare(`UPDATE households SET station_code = ? WHERE CAST(number AS INTEGER) % 2 = 1`).run(there);
rebuildPersonIndex(database);

const search = (text: string, stationCode = here) => searchPersons(database, { text, limit: 50, stationCode });

/** Whether in the list nobody of the own station stands behind somebody of another. */
function ownFirst(rows: readonly { isHere: boolean }[]): boolean {
  return !rows.some((row, index) => row.isHere && rows[index - 1]?.isHere === false);
}

describe('two stations in one copy', () => {
  it.each(['王', '1990', '9991', 'z', 'wang', '220402'])(
    'lists the own station’s people first among those whom %s fits alike',
    (text) => {
      for (const station of [here, there]) {
        const own = database.prepare('SELECT station FROM search_stations WHERE station_code = ?').pluck().get(station);
        const stages = listStages(database, station, readPersonQuery(text)).map((stage) => stage(50));
        for (const ids of stages)
          expect(ownFirst(ids.map((id) => ({ isHere: Math.floor(id / 2 ** 32) === own })))).toBe(true);
        expect(stages.flat().length).toBeGreaterThan(0);
      }
    },
  );

  it('calls a person here who is registered or lives under the asking station', () => {
    const stationOf = database
      .prepare<{ householdId: string | null; personId: string }, string>(
        `SELECT station_code FROM households WHERE household_id = @householdId
         UNION ALL SELECT station_code FROM residences WHERE person_id = @personId AND ended_on IS NULL LIMIT 1`,
      )
      .pluck();
    for (const station of [here, there]) {
      for (const row of search('李', station)) {
        const code = stationOf.get({ householdId: row.householdId, personId: row.personId });
        expect(row.isHere).toBe(code === station);
      }
    }
  });

  it('finds the same 户号 of both stations, the own first', () => {
    database
      .prepare(`UPDATE households SET number = '010000002' WHERE station_code = ? AND number = '010000003'`)
      .run(there);
    const rows = search('010000002', there);
    expect(new Set(rows.map(({ isHere }) => isHere))).toEqual(new Set([true, false]));
    expect(ownFirst(rows)).toBe(true);
  });

  it('finds a person at the new station after a move', () => {
    const mover = database
      .prepare<[string], { id: string; name: string; householdId: string }>(
        `SELECT p.person_id AS id, p.name, h.household_id AS householdId FROM households h
         JOIN memberships m ON m.household_id = h.household_id AND m.until_on IS NULL
         JOIN persons p ON p.person_id = m.person_id WHERE h.station_code = ? AND m.relation <> '02' LIMIT 1`,
      )
      .get(there);
    if (!mover) throw new Error('nobody lives there');
    const home = database
      .prepare(`SELECT household_id FROM households WHERE station_code = ? LIMIT 1`)
      .pluck()
      .get(here);
    database
      .prepare('UPDATE memberships SET household_id = ? WHERE person_id = ? AND until_on IS NULL')
      .run(home, mover.id);
    indexPersons(database, [mover.id]);
    expect(search(mover.name).find(({ personId }) => personId === mover.id)?.isHere).toBe(true);
    expect(search(mover.name).filter(({ personId }) => personId === mover.id)).toHaveLength(1);
  });
});

describe('building the search', () => {
  const everything = () => ({
    persons: database.prepare('SELECT person_id, letters FROM search_persons ORDER BY person_id').all(),
    letters: database.prepare('SELECT count(*) FROM search_letters').pluck().get(),
    zhang: search('张')
      .map(({ personId }) => personId)
      .toSorted(),
  });

  it('gives the same in steps as at one go and as person by person', () => {
    rebuildPersonIndex(database);
    const atOneGo = everything();
    const steps = [...buildPersonIndex(database, 37)];
    expect(steps.length).toBeGreaterThan(5);
    expect(everything()).toEqual(atOneGo);
    clearPersonIndex(database);
    expect(search('张')).toEqual([]);
    indexPersons(database, database.prepare<[], string>('SELECT person_id FROM persons').pluck().all());
    expect(everything()).toEqual(atOneGo);
  });

  it('keeps what it found through VACUUM', () => {
    const before = search('张');
    database.exec('DELETE FROM settings; VACUUM');
    expect(search('张')).toEqual(before);
  });
});
