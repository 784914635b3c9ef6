import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningRegistry } from '../../registry/server.ts';
import type { PushOutcome } from '../../shared/contract/registry.ts';
import type { Effect } from '../../shared/domain/events.ts';
import type { Person } from '../../shared/domain/records.ts';
import type { Residence } from '../../shared/domain/residence-records.ts';
import {
  address,
  home,
  inSnapshotOrder,
  membership,
  person,
  recordOf,
  stationA,
  stationB,
} from '../fixtures/register-records.ts';
import { backends, codes, startTestRegistry } from '../fixtures/registry-backends.ts';
import { TestDevice } from '../fixtures/registry-device.ts';

const resultOf = (outcome: PushOutcome) => (outcome.outcome === 'rejected' ? outcome.reason : outcome.outcome);
const personEffect = (after: Person, basedOn: number): Effect => ({
  kind: 'person',
  id: after.personId,
  basedOn,
  after,
});
const day = '2026-11-23';

describe.each(backends)('the whole register in a registry on %s', (backend) => {
  const here = home(stationA, 1);
  const there = home(stationB, 1);
  const son = person({ name: '周小试' });
  const sonsPlace = membership({ householdId: there.house.householdId, personId: son.personId, relation: '20' });
  const room = address({ stationCode: stationA });
  let registry: RunningRegistry;
  let a: TestDevice;
  let b: TestDevice;

  beforeAll(async () => {
    const records = [
      ...here.records,
      ...there.records,
      recordOf.address(room),
      recordOf.person(son),
      recordOf.membership(sonsPlace),
    ];
    registry = await startTestRegistry(backend, inSnapshotOrder(records));
    a = await TestDevice.enrol(registry.url, stationA, codes.a);
    b = await TestDevice.enrol(registry.url, stationB, codes.b);
  }, 60_000);
  afterAll(() => registry.stop());

  const newPlace = membership({ householdId: here.house.householdId, personId: son.personId, relation: '97' });
  const leaves: Effect = {
    kind: 'membership',
    id: sonsPlace.membershipId,
    basedOn: 1,
    after: { ...sonsPlace, untilOn: day },
  };
  const arrives: Effect = { kind: 'membership', id: newPlace.membershipId, basedOn: 0, after: newPlace };

  it('lets nobody end a place of another station without giving one', async () => {
    expect(resultOf(await a.pushOne(a.event([leaves])))).toBe('scope');
  });

  it('takes a move inside the city from the station of arrival, tells the one left of it, and takes it back', async () => {
    const cursor = await b.head();
    const moved = a.event([leaves, arrives]);
    expect(resultOf(await a.pushOne(moved))).toBe('confirmed');
    const { changes, events } = await b.changes(cursor);
    expect(changes.map(({ id }) => id)).toContain(sonsPlace.membershipId);
    expect(events).toEqual([
      expect.objectContaining({ event: expect.objectContaining({ eventId: moved.eventId, stationCode: stationA }) }),
    ]);
    const back: Effect[] = [
      { kind: 'membership', id: newPlace.membershipId, basedOn: 1, after: { ...newPlace, untilOn: newPlace.sinceOn } },
      { kind: 'membership', id: sonsPlace.membershipId, basedOn: 2, after: sonsPlace },
    ];
    expect(resultOf(await a.pushOne(a.event(back)))).toBe('scope');
    expect(resultOf(await a.pushOne(a.reversal(moved, back)))).toBe('confirmed');
  });

  it('lets a death make a widow at another station, and change nothing else there', async () => {
    const widow = { ...there.head, maritalStatus: '30' };
    expect(resultOf(await a.pushOne(a.event([personEffect(widow, 1)])))).toBe('confirmed');
    expect(resultOf(await a.pushOne(a.event([personEffect({ ...widow, name: '周他名' }, 2)])))).toBe('scope');
  });

  it('takes a second change of a record that waited with the first, and not for another station’s change of that number', async () => {
    const mover = person();
    await a.pushOne(a.event([personEffect(mover, 0)]));
    const first = a.event([personEffect({ ...mover, name: '周一改' }, 1)]);
    const second = a.event([{ ...personEffect({ ...mover, name: '周二改' }, 2), basedOnEvent: first.eventId }]);
    expect((await a.push(first, second)).map(resultOf)).toEqual(['confirmed', 'confirmed']);
    await b.pushOne(b.event([personEffect({ ...mover, name: '周他改' }, 3)]));
    const late = a.event([personEffect({ ...mover, name: '周三改' }, 3)]);
    const later = a.event([{ ...personEffect({ ...mover, name: '周四改' }, 4), basedOnEvent: late.eventId }]);
    expect((await a.push(late, later)).map(resultOf)).toEqual(['conflict', 'conflict']);
  });

  const resides = ({ personId }: Person): Effect & { kind: 'residence' } => {
    const residence: Residence = {
      residenceId: crypto.randomUUID(),
      ...{ personId, stationCode: stationA, addressId: room.addressId, landlord: null, employer: null },
      ...{
        basis: 'rented',
        purpose: 'work',
        firstRegisteredOn: day,
        registeredOn: day,
        endedOn: null,
        endReason: null,
      },
    };
    return { kind: 'residence', id: residence.residenceId, basedOn: 0, after: residence };
  };

  it('gives one open residence, one active permit and each number once', async () => {
    const resident = person({ status: 'elsewhere' });
    expect(resultOf(await a.pushOne(a.event([personEffect(resident, 0), resides(resident)])))).toBe('confirmed');
    expect(resultOf(await a.pushOne(a.event([resides(resident)])))).toBe('number-taken');
  });

  it('tells a station the person to whom it gives a residence, who lives elsewhere', async () => {
    const cursor = await a.head();
    const residence = resides(there.head);
    expect(resultOf(await a.pushOne(a.event([residence])))).toBe('confirmed');
    const { changes, events } = await a.changes(cursor);
    expect(changes.map(({ kind, id }) => [kind, id])).toEqual([
      ['person', there.head.personId],
      ['residence', residence.id],
    ]);
    expect(events[0]?.records.map(({ id }) => id)).toEqual([residence.id]);
  });

  it('keeps the hash of an event of an older program, which lacks what has a default now', async () => {
    const mover = person();
    const { guardians: _, photoId: __, ...older } = mover;
    const event = a.event([{ kind: 'person', id: mover.personId, basedOn: 0, after: older as Person }]);
    expect(resultOf(await a.pushOne(event))).toBe('confirmed');
  });
});
