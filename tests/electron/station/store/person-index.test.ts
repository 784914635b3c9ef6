import fc from 'fast-check';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { clearPersonIndex, indexPersons } from '../../../../electron/station/store/person-index.ts';
import { buildPersonIndex, rebuildPersonIndex } from '../../../../electron/station/store/person-index-build.ts';
import { FilledCopy, here } from './filled-copy.ts';

const there = '220421150000';
const copy = new FilledCopy({ persons: 240, seed: 'index' });
afterAll(() => copy.close());
const { database } = copy;

database.prepare(`UPDATE households SET station_code = ? WHERE CAST(number AS INTEGER) % 2 = 1`).run(there);
database.exec(`CREATE VIRTUAL TABLE temp.pieces USING fts5vocab(main, search_grams, instance)`);
rebuildPersonIndex(database);
const personIds = database.prepare<[], string>('SELECT person_id FROM persons ORDER BY person_id').pluck().all();
const homes = database.prepare<[], string>('SELECT household_id FROM households ORDER BY household_id').pluck().all();

/** All the search knows of everybody, whatever ids it gave them and its stations. */
function everything() {
  const codeOf = '(SELECT station_code FROM search_stations t WHERE t.station = s.search_id / 4294967296)';
  const list = (columns: string, from: string) =>
    database
      .prepare(`SELECT s.person_id, ${codeOf} AS code, ${columns} FROM search_persons s ${from} ORDER BY 1, 2, 3`)
      .raw()
      .all();
  const keys = (table: string, column: string) =>
    list(`k.${column}, k.station = s.search_id / 4294967296`, `JOIN ${table} k USING (search_id)`);
  const count = (table: string) => database.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
  return {
    lines: list('s.letters, s.name, s.citizen_id, s.born, s.sex, s.status', ''),
    letters: keys('search_letters', 'letters'),
    births: keys('search_births', 'born'),
    numbers: keys('search_numbers', 'citizen_id'),
    pieces: list('v.term', 'JOIN temp.pieces v ON v.doc = s.search_id'),
    counts: ['search_letters', 'search_births', 'search_numbers', 'temp.pieces'].map(count),
  };
}

/** How FTS5 writes from now on. */
const writing = () => database.prepare(`SELECT k, v FROM search_grams_config WHERE k <> 'version' ORDER BY k`).all();

beforeEach(() => database.exec('BEGIN'));
afterEach(() => database.exec('ROLLBACK'));

describe('the search brought up to date', () => {
  const change = fc.record({
    at: fc.nat({ max: personIds.length - 1 }),
    what: fc.constantFrom('name', 'pinyin', 'number', 'birth', 'status', 'move', 'leave', 'nothing'),
    text: fc.constantFrom('单于燕', '王"\\', '李𫍯', '曾·乐', '欧阳行', 'Ann', '赵\uE863'),
    serial: fc.nat({ max: 9999 }),
  });
  type Change = typeof change extends fc.Arbitrary<infer T> ? T : never;

  const set = (personId: string, assignment: string, value: string | null) =>
    database.prepare(`UPDATE persons SET ${assignment} WHERE person_id = ?`).run(value, personId);
  const leave = (personId: string, isGone: boolean) => {
    database.prepare('DELETE FROM memberships WHERE person_id = ?').run(personId);
    if (isGone) database.prepare('DELETE FROM persons WHERE person_id = ?').run(personId);
  };
  const place = 'UPDATE memberships SET household_id = ? WHERE person_id = ? AND until_on IS NULL';

  function carryOut({ at, what, text, serial }: Change): string {
    const personId = personIds[at] ?? '';
    const isEven = serial % 2 === 0;
    const acts = {
      name: () => set(personId, 'name = ?', text),
      pinyin: () => set(personId, 'name_pinyin = ?', isEven ? 'chan yu' : null),
      number: () =>
        set(personId, 'citizen_id = ?', `99${String(serial).padStart(4, '0')}19000101${at}`.padEnd(18, 'X')),
      birth: () => set(personId, 'born_on = ?', `19${10 + (serial % 90)}-03-04`),
      status: () => set(personId, 'status = ?', isEven ? 'dead' : 'registered'),
      move: () => database.prepare(place).run(homes[serial % homes.length], personId),
      leave: () => leave(personId, isEven),
      nothing: () => {},
    };
    acts[what]();
    return personId;
  }

  it('is as one built anew, whatever changed', () => {
    fc.assert(
      fc.property(fc.array(fc.array(change, { maxLength: 12 }), { maxLength: 4 }), (batches) => {
        database.exec('SAVEPOINT run');
        for (const changes of batches) indexPersons(database, changes.map(carryOut));
        const kept = everything();
        rebuildPersonIndex(database);
        const built = everything();
        database.exec('ROLLBACK TO run; RELEASE run');
        expect(kept).toEqual(built);
      }),
      { numRuns: 25 },
    );
  });

  const countPieces = () =>
    Number(database.prepare('SELECT count(DISTINCT segid) FROM search_grams_idx').pluck().get());

  it('writes the pieces of many people at one go, which is most of the time it takes', () => {
    const before = countPieces();
    const names = [...personIds].reverse().slice(0, 100);
    for (const [index, personId] of names.entries()) copy.change(personId, { name: `单于${index}` });
    for (const personId of names.slice(0, 30))
      database.prepare(place).run(homes[Number.parseInt(personId.slice(-4), 16) % homes.length], personId);
    indexPersons(database, names);
    expect(countPieces()).toBe(before + 1);
  });

  it('brings pieces together as they come, so that they stay few', () => {
    for (let round = 0; round < 60; round += 1) {
      const [personId = ''] = personIds.slice(round % personIds.length);
      copy.change(personId, { name: `单于${round}` });
      indexPersons(database, [personId]);
    }
    expect(countPieces()).toBeLessThan(12);
    const found = database.prepare(`SELECT count(*) FROM search_persons WHERE name = '单于59'`).pluck().get();
    expect(found).toBe(1);
  });

  it('leaves people where they are in the lists while they stay at their station', () => {
    const idOf = database.prepare<[string], number>('SELECT search_id FROM search_persons WHERE person_id = ?').pluck();
    const [personId = ''] = personIds;
    const before = idOf.get(personId);
    copy.change(personId, { name: '单于燕' });
    indexPersons(database, [personId]);
    expect(idOf.get(personId)).toBe(before);
  });
});

describe('the search built in steps', () => {
  it('is the same as person by person, for everybody', () => {
    copy.change(personIds[3] ?? '', { name: '王"\\' });
    indexPersons(database, personIds);
    const kept = everything();
    const steps = [...buildPersonIndex(database, 11)];
    expect(steps.length).toBeGreaterThan(10);
    expect(steps.reduce((sum, step) => sum + step, 0)).toBe(personIds.length);
    expect(everything()).toEqual(kept);
    clearPersonIndex(database);
    indexPersons(database, personIds);
    expect(everything()).toEqual(kept);
  });

  it('broken off anywhere is whole when it is built again, and FTS5 writes as ever', () => {
    const [whole, usual] = [everything(), writing()];
    for (const stepsDone of [1, 5, 12]) {
      const steps = buildPersonIndex(database, 11);
      for (let done = 0; done < stepsDone; done += 1) steps.next();
      expect(writing()).toEqual(usual);
      for (const _ of buildPersonIndex(database, 20));
      expect(everything()).toEqual(whole);
      expect(writing()).toEqual(usual);
    }
  });

  it('keeps what was registered between two steps', () => {
    let at = 0;
    for (const _ of buildPersonIndex(database, 11)) {
      const [renamed = '', mover = ''] = [personIds[at], personIds[at + 1]];
      at += 2;
      copy.change(renamed, { name: `单于${at}` });
      const home = database.prepare('SELECT household_id FROM households WHERE station_code = ? LIMIT 1').pluck();
      const place = 'UPDATE memberships SET household_id = ? WHERE person_id = ? AND until_on IS NULL';
      database.prepare(place).run(home.get(at % 4 === 0 ? here : there), mover);
      indexPersons(database, [renamed, mover]);
    }
    expect(at).toBeGreaterThan(20);
    const kept = everything();
    rebuildPersonIndex(database);
    expect(kept).toEqual(everything());
  });
});
