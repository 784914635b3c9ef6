import { afterAll, describe, expect, it } from 'vitest';
import { indexPersons } from '../../../../electron/station/store/person-index.ts';
import { rebuildPersonIndex } from '../../../../electron/station/store/person-index-build.ts';
import { searchPersons } from '../../../../electron/station/store/person-search.ts';
import { FilledCopy, here } from './filled-copy.ts';

const there = '220421150000';
const copy = new FilledCopy({ persons: 1500, seed: 'finding' });
afterAll(() => copy.close());
const { database } = copy;

const search = (text: string, stationCode = here) => searchPersons(database, { text, limit: 50, stationCode });
const idsFor = (text: string, stationCode = here) => search(text, stationCode).map(({ personId }) => personId);

interface Home {
  readonly personId: string;
  readonly name: string;
  readonly address: string;
  readonly addressId: string;
  readonly householdId: string;
}

/** Somebody of a household at a room in a compound. */
const homes = database
  .prepare<[], Home>(
    `SELECT p.person_id AS personId, p.name, a.full_name AS address, a.address_id AS addressId, h.household_id AS householdId
     FROM persons p JOIN memberships m ON m.person_id = p.person_id AND m.until_on IS NULL
     JOIN households h ON h.household_id = m.household_id JOIN addresses a ON a.address_id = h.address_id
     WHERE a.full_name LIKE '%号楼%单元%室' ORDER BY p.person_id`,
  )
  .all();
const residents = database
  .prepare<[], Home & { number: string | null }>(
    `SELECT p.person_id AS personId, p.name, a.full_name AS address, a.address_id AS addressId, '' AS householdId, t.number
     FROM residences r JOIN persons p ON p.person_id = r.person_id JOIN addresses a ON a.address_id = r.address_id
     LEFT JOIN permits t ON t.person_id = r.person_id WHERE r.ended_on IS NULL ORDER BY p.person_id`,
  )
  .all();

/** 吉林省…和平路康宁小区3号楼2单元501室 → 康宁小区, 3, 2, 501 */
function placeOf(address: string): { compound: string; numbers: string[] } {
  const [, compound = '', rest = ''] = /[路街巷同道]([^路街巷同道\d]+?)(\d+号楼.*)$/u.exec(address) ?? [];
  return { compound, numbers: rest.match(/\d+/g) ?? [] };
}

describe('people of an address', () => {
  it('are found by its words and the numbers of building, unit and room', () => {
    for (const { personId, address } of homes.slice(0, 12)) {
      const { compound, numbers } = placeOf(address);
      const rows = search(`${compound} ${numbers.join(' ')}`);
      expect(rows.map((row) => row.personId)).toContain(personId);
      expect(rows[0]?.address).toBe(address);
    }
  });

  it('are found however the address is written', () => {
    const { personId, address } = homes[0] ?? expect.unreachable();
    const { compound, numbers } = placeOf(address);
    const [building, unit, room] = numbers;
    for (const text of [
      `${compound}${building}号楼${unit}单元${room}室`,
      `${compound} ${building}-${unit}-${room}`,
      `${compound}${building} ${unit} ${room}`,
      address,
    ])
      expect(idsFor(text)).toContain(personId);
  });

  it('are found by the name of the place alone, and only those who are there', () => {
    const { address } = homes[3] ?? expect.unreachable();
    const { compound } = placeOf(address);
    const rows = search(compound);
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.every((row) => row.address.includes(compound))).toBe(true);
  });

  it('are those who only live there as well', () => {
    const { personId, address } = residents.find((it) => /号楼/.test(it.address)) ?? expect.unreachable();
    const { compound, numbers } = placeOf(address);
    expect(idsFor(`${compound} ${numbers.join(' ')}`)).toContain(personId);
  });

  it('are no longer found there after they moved', () => {
    const { personId, address, householdId } = homes[20] ?? expect.unreachable();
    const { compound, numbers } = placeOf(address);
    const other = homes.find((it) => it.householdId !== householdId && it.address !== address);
    database
      .prepare('UPDATE memberships SET household_id = ? WHERE person_id = ? AND until_on IS NULL')
      .run(other?.householdId, personId);
    indexPersons(database, [personId]);
    expect(idsFor(`${compound} ${numbers.join(' ')}`)).not.toContain(personId);
  });

  it('come after people with such a name', () => {
    const { compound } = placeOf(homes[3]?.address ?? '');
    const namesake = homes[40] ?? expect.unreachable();
    copy.change(namesake.personId, { name: compound.slice(0, 2) });
    indexPersons(database, [namesake.personId]);
    const rows = search(compound.slice(0, 2));
    expect(rows[0]?.personId).toBe(namesake.personId);
    expect(rows.some((row) => row.address.includes(compound))).toBe(true);
  });
});

describe('people who live here and are registered elsewhere', () => {
  it('count as the station’s own and show where they live', () => {
    const { personId, name, address } = residents[0] ?? expect.unreachable();
    expect(search(name).find((row) => row.personId === personId)).toMatchObject({
      isHere: true,
      status: 'elsewhere',
      address,
      householdId: null,
    });
  });

  it('no longer do when the registration ends', () => {
    const { personId, name } = residents[1] ?? expect.unreachable();
    database.prepare(`UPDATE residences SET ended_on = '2026-01-01' WHERE person_id = ?`).run(personId);
    indexPersons(database, [personId]);
    expect(search(name).find((row) => row.personId === personId)).toMatchObject({ isHere: false, address: '' });
  });

  it('are found by the number of their permit', () => {
    const { personId, number } = residents.find((it) => it.number !== null) ?? expect.unreachable();
    expect(idsFor(number ?? '')).toEqual([personId]);
    expect(idsFor((number ?? '').toLowerCase())).toEqual([personId]);
    expect(idsFor((number ?? '').slice(0, 6)).length).toBe(0);
  });
});

describe('people of a paper', () => {
  const [first, second] = homes.slice(60);
  const [firstId, secondId] = [first?.personId ?? '', second?.personId ?? ''];
  database
    .prepare(
      `INSERT INTO certificates (certificate_id, number, kind, person_id, station_code, issued_on, body, purpose, recipient, status, version)
       VALUES ('c1', '2204032026000417', 'kinship', ?, ?, '2026-03-01', '', '', '', 'issued', 1)`,
    )
    .run(firstId, here);
  database
    .prepare(
      `INSERT INTO migration_papers (paper_id, kind, number, print_year, station_code, issued_on, valid_until, holders, from_address,
         to_address, other_authority, reason, status, version)
       VALUES ('m1', 'move-in-permit', '吉12345678', 2026, ?, '2026-03-01', '2026-04-10', ?, '', '', '', '', 'issued', 1)`,
    )
    .run(here, JSON.stringify([{ personId: firstId }, { personId: secondId }, { personId: null }]));
  database
    .prepare(
      `INSERT INTO happenings (event_id, kind, station_code, procedure, acceptance_number, facts, registered_on, happened_on, occurred_at, learnt_at)
       VALUES ('e1', 'register.changed', ?, 'item.name', '220403-2026-000088', '{}', '2026-03-01', '2026-03-01', '', '')`,
    )
    .run(here);
  const addLine = database.prepare(
    `INSERT INTO record_history (kind, record_id, event_id, version, after) VALUES (?, ?, 'e1', 2, ?)`,
  );
  addLine.run('person', firstId, '{}');
  addLine.run('membership', 'x', JSON.stringify({ personId: secondId }));

  it('are found by its number, alone', () => {
    expect(idsFor('2204032026000417')).toEqual([firstId]);
    expect(new Set(idsFor('吉12345678'))).toEqual(new Set([firstId, secondId]));
    expect(new Set(idsFor('吉字第12345678号'))).toEqual(new Set([firstId, secondId]));
  });

  it('are found by the acceptance number of what was done for them, with or without its hyphens and county', () => {
    for (const text of [
      '220403-2026-000088',
      '2204032026000088',
      '2026-000088',
      '２２０４０３－２０２６－００００８８',
    ])
      expect(new Set(idsFor(text))).toEqual(new Set([firstId, secondId]));
    expect(idsFor('220403-2026-000089')).toEqual([]);
  });

  it('are found by its beginning', () => {
    expect(idsFor('220403202600')).toContain(firstId);
  });
});

describe('best first', () => {
  const chosen = homes.slice(100, 106).map(({ personId }) => personId);
  const [exact = '', exactThere = '', beginning = '', beginningThere = '', inside = '', insideThere = ''] = chosen;
  const names = { [exact]: '蕳栖', [exactThere]: '蕳栖', [beginning]: '蕳栖云', [beginningThere]: '蕳栖山' };
  for (const [personId, name] of Object.entries({ ...names, [inside]: '蕳木栖', [insideThere]: '蕳水栖' }))
    copy.change(personId, { name });
  database
    .prepare(
      `UPDATE households SET station_code = ?, number = '9' || substr(number, 2) WHERE household_id IN
       (SELECT household_id FROM memberships WHERE until_on IS NULL AND person_id IN (?, ?, ?))`,
    )
    .run(there, exactThere, beginningThere, insideThere);
  rebuildPersonIndex(database);
  const isThere = (personId: string) => search('蕳栖', there).find((row) => row.personId === personId)?.isHere === true;

  it('is the whole name, then its beginning, then its characters; in each the own station’s people', () => {
    const expected = [exact, exactThere, beginning, beginningThere, inside, insideThere];
    const rank = (personId: string) => Math.floor(expected.indexOf(personId) / 2);
    for (const station of [here, there]) {
      const rows = search('蕳栖', station);
      expect(rows.map(({ personId }) => rank(personId))).toEqual([0, 0, 1, 1, 2, 2]);
      for (const pair of [rows.slice(0, 2), rows.slice(2, 4), rows.slice(4, 6)])
        expect(pair.map(({ isHere }) => isHere)).toEqual(
          pair.map(({ isHere }) => isHere).toSorted((a, b) => Number(b) - Number(a)),
        );
    }
    expect(isThere(exactThere)).toBe(true);
  });

  it('is the whole number, then its beginning, then birth, then its end, then any part', () => {
    const digits = '1990';
    const rows = search(digits);
    const rank = (number: string) =>
      [number.startsWith(digits), number.startsWith(digits, 6), number.endsWith(digits), true].indexOf(true);
    const ranks = rows.map(({ citizenId }) => rank(citizenId));
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
  });

  it('is the 户号 before a number with the same digits in it', () => {
    const { householdId } = homes[150] ?? expect.unreachable();
    const number = database.prepare('SELECT number FROM households WHERE household_id = ?').pluck().get(householdId);
    expect(search(String(number))[0]).toMatchObject({ householdNumber: number, relation: '02' });
  });
});

describe('characters beyond the first plane', () => {
  const ids = homes.slice(200, 205).map(({ personId }) => personId);
  const [plane2 = '', plane2Other = '', plane3 = '', legacy = '', unknown = ''] = ids;
  for (const [personId, name] of [
    [plane2, '王𫍯'],
    [plane2Other, '王𫍰'],
    [plane3, '李𰻞'],
    [legacy, '赵\uE863'],
    [unknown, '钱\uE123'],
  ] as const)
    copy.change(personId, { name });
  indexPersons(database, ids);

  it('are told apart exactly', () => {
    expect(idsFor('𫍯')).toEqual([plane2]);
    expect(idsFor('王𫍰')).toEqual([plane2Other]);
    expect(idsFor('𰻞')).toEqual([plane3]);
    expect(idsFor('U+2B36F')).toEqual([plane2]);
  });

  it('are found by their standard form where old data has a private one, and shown in it', () => {
    expect(idsFor('赵䶮')).toEqual([legacy]);
    expect(idsFor('赵\uE863')).toEqual([legacy]);
    expect(search('赵䶮')[0]?.name).toBe('赵䶮');
  });

  it('are shown and found by the code point where nobody knows what it means', () => {
    expect(search('钱〔U+E123〕')[0]).toMatchObject({ personId: unknown, name: '钱〔U+E123〕' });
    expect(idsFor('\uE123')).toEqual([unknown]);
  });
});
