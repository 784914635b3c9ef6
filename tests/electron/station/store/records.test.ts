import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
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
import { findBefore } from '../../../../electron/station/store/told-history.ts';
import type { Effect } from '../../../../shared/domain/events.ts';
import { idOfRecord, recordKinds, VersionedRecord } from '../../../../shared/domain/register-records.ts';
import { home, person, recordOf, stationA } from '../../../fixtures/register-records.ts';
import { SmallRegister } from '../../../fixtures/small-register.ts';
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
      expect(takeRecord(copy.database, record)).toBe('record');
    expect(findPerson(copy.database, full.personId)?.data).toEqual(full);
    expect(findOpenMembership(copy.database, known.head.personId)?.data).toEqual(known.place);
    const line = copy.database.prepare('SELECT initials, is_frozen, version FROM addresses').get();
    expect(line).toEqual({ initials: 'syl1h', is_frozen: 0, version: 1 });
  });

  it('are replaced by newer versions only', () => {
    const data = person();
    takeRecord(copy.database, recordOf.person(data, 2));
    expect(takeRecord(copy.database, recordOf.person({ ...data, name: '周旧版' }, 1))).toBeNull();
    expect(takeRecord(copy.database, recordOf.person({ ...data, name: '周同版' }, 2))).toBeNull();
    expect(takeRecord(copy.database, recordOf.person({ ...data, name: '周新版' }, 3))).toBe('record');
    expect(nameOf(data.personId)).toBe('周新版');
  });

  it('of persons are whole, whichever of their fields a newer version changes', () => {
    const searched = ['name', 'namePinyin', 'citizenId', 'bornOn', 'sex', 'status'] as const;
    const indexed = ['fatherId', 'motherId', 'spouseId', 'formerCitizenIds'] as const;
    const texts = fc.constantFrom('', '甲', '"\\\n', '𫍯', '\u0001');
    const changes = fc.record(
      {
        ...{
          name: texts,
          phone: texts,
          workplace: fc.option(texts),
          bornOn: fc.constantFrom('1990-01-01', '1991-02-03'),
        },
        ...{ sex: fc.constantFrom('1', '2'), namePinyin: fc.option(texts) },
        ...{ heightCm: fc.option(fc.nat(250)), fatherId: fc.option(fc.uuid()), spouseId: fc.option(fc.uuid()) },
        ...{ citizenId: fc.constantFrom('990000199001010011', '990000199001010012') },
        formerCitizenIds: fc.array(fc.constantFrom('990000199001010013', '990000199001010014')),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.array(changes, { maxLength: 6 }), (all) => {
        let data = person();
        expect(takeRecord(copy.database, recordOf.person(data))).toBe('record');
        for (const [index, change] of all.entries()) {
          const before = findBefore(copy.database, { ...recordOf.person(data), version: index + 2 });
          expect(JSON.parse(before ?? '')).toEqual(data);
          const earlier = data;
          data = { ...data, ...change };
          const isOfDetails = [...searched, ...indexed].every((key) => isDeepStrictEqual(earlier[key], data[key]));
          expect(takeRecord(copy.database, recordOf.person(data, index + 2))).toBe(isOfDetails ? 'details' : 'record');
          expect(takeRecord(copy.database, recordOf.person({ ...data, phone: '旧' }, index + 2))).toBeNull();
          expect(findPerson(copy.database, data.personId)).toMatchObject({ version: index + 2, data });
        }
        copy.database.prepare('DELETE FROM persons').run();
      }),
      { numRuns: 30 },
    );
  });

  it('of persons with former numbers can be changed again, by the registry and here', () => {
    const data = person({ formerCitizenIds: ['990000199001010013'] });
    takeRecord(copy.database, recordOf.person(data));
    expect(takeRecord(copy.database, recordOf.person({ ...data, name: '周新名' }, 2))).toBe('record');
    expect(listHeldRecords(copy.database)).toEqual([]);
    copy.register(deviceId, [change({ ...data, name: '周本机' }, 2)]);
    expect(nameOf(data.personId)).toBe('周本机');
  });

  it('that this computer changed are not written over by one that only changes a phone number', () => {
    const data = person();
    takeRecord(copy.database, recordOf.person(data));
    copy.register(deviceId, [change({ ...data, workplace: '本机' }, 1)]);
    expect(takeRecord(copy.database, recordOf.person({ ...data, phone: '000' }, 2))).toBeNull();
    expect(findPerson(copy.database, data.personId)?.data).toMatchObject({ workplace: '本机', phone: data.phone });
    expect(listHeldRecords(copy.database)).toHaveLength(1);
  });

  it('are told as they were before, every kind of them', () => {
    const small = new SmallRegister().register;
    for (const kind of recordKinds) {
      for (const { version, data } of small.listAll(kind)) {
        const record = VersionedRecord.parse({ kind, id: idOfRecord(kind, data), version: version + 1, data });
        expect(findBefore(copy.database, record)).toBeNull();
        expect(takeRecord(copy.database, record)).toBe('record');
        expect(findBefore(copy.database, { ...record, version: version + 2 })).toBe(JSON.stringify(record.data));
      }
    }
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
    expect(takeRecord(copy.database, recordOf.person({ ...data, name: '周他处' }, 2))).toBeNull();
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
    expect(takeRecord(copy.database, recordOf.person(theirs))).toBeNull();
    expect(takeRecord(copy.database, recordOf.person(person()))).toBe('record');
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
