import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listHeldRecords } from '../../../../electron/station/store/held-records.ts';
import { findOpenMembership } from '../../../../electron/station/store/households.ts';
import { findPerson, findPersonByNumber } from '../../../../electron/station/store/persons.ts';
import {
  confirmRecords,
  putRecord,
  recordVersion,
  releaseHeldRecords,
  takeRecord,
  withdrawRecords,
} from '../../../../electron/station/store/records.ts';
import type { Effect } from '../../../../shared/domain/events.ts';
import { VersionedRecord } from '../../../../shared/domain/register-records.ts';
import { home, person, recordOf, stationA } from '../../../fixtures/register-records.ts';
import { TestCopy } from '../../../fixtures/station-copy.ts';

const deviceId = '01910000-0000-7000-8000-000000000001';

describe('records in the working copy', () => {
  let copy: TestCopy;
  beforeEach(() => {
    copy = new TestCopy();
  });
  afterEach(() => copy.discard());

  const change = (data: ReturnType<typeof person>, basedOn: number): Effect => ({
    kind: 'person',
    id: data.personId,
    basedOn,
    after: data,
  });
  const nameOf = (id: string) => findPerson(copy.database, id)?.data.name;

  it('come out as they went in, every kind of them', () => {
    const known = home(stationA, 1);
    const full = person({
      formerName: '周旧',
      heightCm: 170,
      religion: '佛教',
      phone: '000',
      arrivedInCity: '某日由某地',
    });
    for (const record of [...known.records, recordOf.person(full)])
      expect(takeRecord(copy.database, record)).toBe(true);
    expect(findPerson(copy.database, full.personId)?.data).toEqual(full);
    expect(findOpenMembership(copy.database, known.head.personId)?.data).toEqual(known.place);
    const line = copy.database.prepare('SELECT initials, is_frozen, version FROM addresses').get();
    expect(line).toEqual({ initials: 'syl1h', is_frozen: 0, version: 1 });
  });

  it('are replaced by newer versions only', () => {
    const data = person();
    takeRecord(copy.database, recordOf.person(data, 2));
    expect(takeRecord(copy.database, recordOf.person({ ...data, name: '周旧版' }, 1))).toBe(false);
    expect(takeRecord(copy.database, recordOf.person({ ...data, name: '周同版' }, 2))).toBe(false);
    expect(takeRecord(copy.database, recordOf.person({ ...data, name: '周新版' }, 3))).toBe(true);
    expect(nameOf(data.personId)).toBe('周新版');
  });

  it('have the version of the registry, and none when they are not there', () => {
    const data = person();
    expect(recordVersion(copy.database, 'person', data.personId)).toBe(0);
    takeRecord(copy.database, recordOf.person(data, 4));
    expect(recordVersion(copy.database, 'person', data.personId)).toBe(4);
  });

  it('can be changed again while a registration still waits, and are as the last one left them when all are confirmed', () => {
    const data = person();
    takeRecord(copy.database, recordOf.person(data, 4));
    const first = copy.register(deviceId, [change({ ...data, name: '周甲' }, 4)]);
    const second = copy.register(deviceId, [{ ...change({ ...data, name: '周乙' }, 5), basedOnEvent: first.eventId }]);
    expect(nameOf(data.personId)).toBe('周乙');
    confirmRecords(copy.database, first, new Map([[data.personId, 5]]));
    expect(nameOf(data.personId)).toBe('周乙');
    confirmRecords(copy.database, second, new Map([[data.personId, 6]]));
    expect(findPerson(copy.database, data.personId)).toMatchObject({ version: 6, data: { name: '周乙' } });
    expect(listHeldRecords(copy.database)).toEqual([]);
  });

  it('go back to the first of two registrations when the second is withdrawn', () => {
    const data = person();
    takeRecord(copy.database, recordOf.person(data, 4));
    const first = copy.register(deviceId, [change({ ...data, name: '周甲' }, 4)]);
    const second = copy.register(deviceId, [{ ...change({ ...data, name: '周乙' }, 5), basedOnEvent: first.eventId }]);
    confirmRecords(copy.database, first, new Map([[data.personId, 5]]));
    withdrawRecords(copy.database, second);
    expect(findPerson(copy.database, data.personId)).toMatchObject({ version: 5, data: { name: '周甲' } });
  });

  it('that this computer changed stay as it wrote them until the registry has confirmed', () => {
    const data = person();
    takeRecord(copy.database, recordOf.person(data));
    const event = copy.register(deviceId, [change({ ...data, name: '周本机' }, 1)]);
    expect(takeRecord(copy.database, recordOf.person({ ...data, name: '周他处' }, 2))).toBe(false);
    expect(nameOf(data.personId)).toBe('周本机');
    confirmRecords(copy.database, event, new Map([[data.personId, 2]]));
    expect(findPerson(copy.database, data.personId)).toMatchObject({
      version: 2,
      provisionalEventId: null,
      data: { name: '周本机' },
    });
    expect(listHeldRecords(copy.database)).toEqual([]);
  });

  it('go back to what the registry holds when the registration is withdrawn', () => {
    const data = person();
    const newcomer = person();
    takeRecord(copy.database, recordOf.person(data));
    const event = copy.register(deviceId, [change({ ...data, name: '周本机' }, 1), change(newcomer, 0)]);
    takeRecord(copy.database, recordOf.person({ ...data, name: '周他处' }, 2));
    withdrawRecords(copy.database, event);
    expect(findPerson(copy.database, data.personId)).toMatchObject({ version: 2, data: { name: '周他处' } });
    expect(findPerson(copy.database, newcomer.personId)).toBeNull();
    expect(copy.database.prepare('SELECT person_id FROM search_persons').pluck().all()).toEqual([data.personId]);
  });

  it('that were withdrawn come back when the registry has confirmed them all the same', () => {
    const data = person();
    const event = copy.register(deviceId, [change(data, 0)]);
    withdrawRecords(copy.database, event);
    expect(findPerson(copy.database, data.personId)).toBeNull();
    confirmRecords(copy.database, event, new Map([[data.personId, 1]]));
    expect(findPerson(copy.database, data.personId)).toMatchObject({ version: 1, provisionalEventId: null });
  });

  it('of others wait without holding anything up when a provisional one has their number or their place', () => {
    const mine = person();
    const theirs = { ...person(), citizenId: mine.citizenId };
    const event = copy.register(deviceId, [change(mine, 0)]);
    expect(takeRecord(copy.database, recordOf.person(theirs))).toBe(false);
    expect(takeRecord(copy.database, recordOf.person(person()))).toBe(true);
    expect(listHeldRecords(copy.database).map(({ id }) => id)).toEqual([theirs.personId]);
    withdrawRecords(copy.database, event);
    expect(findPersonByNumber(copy.database, mine.citizenId)?.id).toBe(theirs.personId);
    expect(listHeldRecords(copy.database)).toEqual([]);
  });

  it('that wait for each other all come out', () => {
    const one = person();
    const two = person();
    takeRecord(copy.database, recordOf.person(one));
    takeRecord(copy.database, recordOf.person({ ...two, citizenId: one.citizenId }));
    takeRecord(copy.database, recordOf.person({ ...one, citizenId: two.citizenId }, 2));
    expect(releaseHeldRecords(copy.database).map(({ id }) => id)).toEqual([two.personId]);
    expect(findPersonByNumber(copy.database, one.citizenId)?.id).toBe(two.personId);
  });

  it('are one line each, whoever writes them', () => {
    const { house, records } = home(stationA, 3);
    for (const record of records) putRecord(copy.database, record, null);
    putRecord(
      copy.database,
      VersionedRecord.parse({ ...recordOf.household(house, 2), data: { ...house, status: 'closed' } }),
      null,
    );
    expect(copy.database.prepare('SELECT status, version FROM households').all()).toEqual([
      { status: 'closed', version: 2 },
    ]);
  });
});
