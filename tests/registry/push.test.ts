import { createConnection } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningRegistry } from '../../registry/server.ts';
import type { PushOutcome } from '../../shared/contract/registry.ts';
import type { Effect } from '../../shared/domain/events.ts';
import { makeHouseholdNumber } from '../../shared/domain/household-number.ts';
import {
  address,
  home,
  household,
  inSnapshotOrder,
  membership,
  person,
  recordOf,
  stationA,
  stationB,
} from '../fixtures/register-records.ts';
import { backends, codes, startTestRegistry } from '../fixtures/registry-backends.ts';
import { TestDevice } from '../fixtures/registry-device.ts';

const reasonOf = (outcome: PushOutcome) => (outcome.outcome === 'rejected' ? outcome.reason : outcome.outcome);

describe.each(backends)('pushing to a registry on %s', (backend) => {
  const first = home(stationA, 1);
  const second = home(stationB, 1);
  const frozen = address({ isFrozen: true });
  const closed = home(stationA, 2);
  const closedHouse = { ...closed.house, status: 'closed' as const };
  let registry: RunningRegistry;
  let a: TestDevice;
  let b: TestDevice;

  beforeAll(async () => {
    const known = [...first.records, ...second.records, ...closed.records, recordOf.address(frozen)];
    const records = known.map((record) =>
      record.id === closedHouse.householdId ? recordOf.household(closedHouse) : record,
    );
    registry = await startTestRegistry(backend, inSnapshotOrder(records));
    a = await TestDevice.enrol(registry.url, stationA, codes.a);
    b = await TestDevice.enrol(registry.url, stationB, codes.b);
  }, 60_000);
  afterAll(() => registry.stop());

  it('confirms a settlement and gives every record its first version', async () => {
    const effects = await a.settling(first.at.addressId);
    const cursor = await a.head();
    const outcome = await a.pushOne(a.event(effects));
    expect(outcome).toMatchObject({ outcome: 'confirmed', versions: effects.map(({ id }) => ({ id, version: 1 })) });
    const { changes } = await a.changes(cursor);
    expect(changes.map(({ kind, id, version }) => ({ kind, id, version }))).toEqual(
      effects.map(({ kind, id }) => ({ kind, id, version: 1 })),
    );
  });

  it('takes the same event twice with the effect of one', async () => {
    const event = a.event(await a.settling(first.at.addressId));
    const once = await a.pushOne(event);
    const cursor = await a.head();
    expect(await a.pushOne(event)).toEqual(once);
    expect(await a.push(event, event)).toEqual([once, once]);
    expect(await a.head()).toBe(cursor);
  });

  it('gives the first answer again when that answer was lost on the way', async () => {
    const event = a.event(await a.settling(first.at.addressId));
    const cursor = await a.head();
    await pushAndHangUp(a, JSON.stringify({ events: [event] }));
    await expect.poll(() => a.head(), { timeout: 10_000 }).toBe(cursor + 1);
    expect(await a.pushOne(event)).toMatchObject({ outcome: 'confirmed' });
    expect(await a.head()).toBe(cursor + 1);
  });

  it('answers a conflict with the record as it is now, and the chain goes on behind it', async () => {
    const mover = person();
    await a.pushOne(a.event([{ kind: 'person', id: mover.personId, basedOn: 0, after: mover }]));
    const renamed = { ...mover, name: '周改名' };
    await a.pushOne(a.event([{ kind: 'person', id: mover.personId, basedOn: 1, after: renamed }]));
    const late = a.event([{ kind: 'person', id: mover.personId, basedOn: 1, after: { ...mover, name: '周迟到' } }]);
    const outcome = await a.pushOne(late);
    expect(outcome).toEqual({ outcome: 'conflict', eventId: late.eventId, theirs: [recordOf.person(renamed, 2)] });
    expect(await a.pushOne(late)).toEqual(outcome);
    expect(await a.pushOne(a.event(await a.settling(first.at.addressId)))).toMatchObject({ outcome: 'confirmed' });
  });

  it('does not let a record be made twice', async () => {
    const mover = person();
    const effect: Effect = { kind: 'person', id: mover.personId, basedOn: 0, after: mover };
    await a.pushOne(a.event([effect]));
    expect(reasonOf(await b.pushOne(b.event([effect])))).toBe('conflict');
  });

  it('keeps one person in one place between two stations', async () => {
    const { citizenId } = person();
    const atA = await a.settling(first.at.addressId, { citizenId });
    const atB = await b.settling(second.at.addressId, { citizenId });
    expect(reasonOf(await a.pushOne(a.event(atA)))).toBe('confirmed');
    const outcome = await b.pushOne(b.event(atB));
    expect(outcome).toMatchObject({ outcome: 'rejected', reason: 'person-elsewhere', recordId: atB[0]?.id });
  });

  it('gives no second place to a person who lives at another station', async () => {
    const place = membership({ householdId: second.house.householdId, personId: first.head.personId });
    const outcome = await b.pushOne(
      b.event([{ kind: 'membership', id: place.membershipId, basedOn: 0, after: place }]),
    );
    expect(outcome).toMatchObject({ reason: 'person-elsewhere', recordId: first.head.personId });
  });

  it('refuses what belongs to another station', async () => {
    const rename: Effect = {
      kind: 'person',
      id: first.head.personId,
      basedOn: 1,
      after: { ...first.head, name: '周他所' },
    };
    const rehouse: Effect = {
      kind: 'household',
      id: first.house.householdId,
      basedOn: 1,
      after: { ...first.house, stationCode: stationB },
    };
    const evict: Effect = {
      kind: 'membership',
      id: first.place.membershipId,
      basedOn: 1,
      after: { ...first.place, untilOn: '2026-01-01' },
    };
    const fetchOver: Effect = { ...evict, after: { ...first.place, householdId: second.house.householdId } };
    const thaw: Effect = { kind: 'address', id: frozen.addressId, basedOn: 1, after: { ...frozen, isFrozen: false } };
    const impostor = person();
    const misnamed: Effect = { kind: 'person', id: second.head.personId, basedOn: 1, after: impostor };
    const house = household({
      stationCode: stationB,
      addressId: first.at.addressId,
      headPersonId: impostor.personId,
      number: await b.newNumber(),
    });
    const elsewhere: Effect = { kind: 'household', id: house.householdId, basedOn: 0, after: house };
    for (const effect of [rename, rehouse, evict, fetchOver, thaw, misnamed, elsewhere])
      expect(await b.pushOne(b.event([effect]))).toMatchObject({ reason: 'scope', recordId: effect.id });
    const foreign = b.event([], { stationCode: stationA, effects: await b.settling(second.at.addressId) });
    expect(await b.pushOne(foreign)).toMatchObject({ reason: 'scope', recordId: null });
  });

  it('refuses frozen and unknown addresses, closed households, numbers never leased and numbers taken', async () => {
    const unknown = address();
    expect(reasonOf(await a.pushOne(a.event(await a.settling(frozen.addressId))))).toBe('address-frozen');
    expect(reasonOf(await a.pushOne(a.event(await a.settling(unknown.addressId))))).toBe('address-unknown');
    const mover = person();
    const place = membership({ householdId: closedHouse.householdId, personId: mover.personId });
    const intoClosed: Effect[] = [
      { kind: 'person', id: mover.personId, basedOn: 0, after: mover },
      { kind: 'membership', id: place.membershipId, basedOn: 0, after: place },
    ];
    expect(reasonOf(await a.pushOne(a.event(intoClosed)))).toBe('household-closed');
    const never = await a.settling(first.at.addressId, { number: makeHouseholdNumber(stationA, 999_999) });
    expect(reasonOf(await a.pushOne(a.event(never)))).toBe('lease');
    const number = await a.newNumber();
    expect(reasonOf(await a.pushOne(a.event(await a.settling(first.at.addressId, { number }))))).toBe('confirmed');
    expect(reasonOf(await a.pushOne(a.event(await a.settling(first.at.addressId, { number }))))).toBe('number-taken');
  });

  it('does not keep an event whose chain or hash is broken, so that the right one can still come', async () => {
    const good = a.event(await a.settling(first.at.addressId));
    const next = a.event(await a.settling(first.at.addressId));
    expect(reasonOf(await a.pushOne(next))).toBe('chain');
    expect(reasonOf(await a.pushOne({ ...good, operatorId: good.caseId }))).toBe('hash');
    expect((await a.push(good, next)).map(reasonOf)).toEqual(['confirmed', 'confirmed']);
    const unlinked = a.event(await a.settling(first.at.addressId), { prevHash: 'f'.repeat(64) });
    expect(reasonOf(await a.pushOne(unlinked))).toBe('chain');
    a.rewind({ ...unlinked, prevHash: next.hash });
  });

  it('decides the events of one push one by one, each by what those before it made', async () => {
    const cursor = await a.head();
    const effects = await a.settling(first.at.addressId);
    const [mover, house, place] = effects;
    if (mover?.kind !== 'person' || house?.kind !== 'household' || place?.kind !== 'membership')
      throw new Error('kinds');
    const settled = a.event(effects);
    const renamed = { ...mover.after, name: '周次名' };
    const waiting: Effect = { ...mover, basedOn: 1, basedOnEvent: settled.eventId, after: renamed };
    const outdated: Effect = { ...mover, basedOn: 1, after: { ...mover.after, name: '周旧本' } };
    const twin = await a.settling(first.at.addressId, { number: house.after.number });
    const next = membership({ householdId: first.house.householdId, personId: mover.id });
    const moved: Effect[] = [
      { ...place, basedOn: 1, after: { ...place.after, untilOn: '2026-11-23' } },
      { kind: 'membership', id: next.membershipId, basedOn: 0, after: next },
    ];
    const events = [settled, ...[[waiting], [outdated], twin, moved].map((each) => a.event(each))];
    expect((await a.push(...events)).map(reasonOf)).toEqual([
      'confirmed',
      'confirmed',
      'conflict',
      'number-taken',
      'confirmed',
    ]);
    const { changes, events: told } = await a.changes(cursor);
    expect(changes.map(({ id, version }) => [id, version])).toEqual([
      ...effects.map(({ id }) => [id, 1]),
      [mover.id, 2],
      [mover.id, 2],
      [place.id, 2],
      [next.membershipId, 1],
    ]);
    expect(told.map(({ event }) => event.eventId).sort()).toEqual(
      [events[0], events[1], events[4]].map((event) => event?.eventId ?? '').sort(),
    );
    expect(await a.head()).toBe(cursor + 3);
  });

  it('lets numbers go round among persons within one push', async () => {
    const [one, two] = [person(), person()];
    const third = person().citizenId;
    await a.pushOne(
      a.event([one, two].map((each) => ({ kind: 'person', id: each.personId, basedOn: 0, after: each }))),
    );
    const renumber = (who: typeof one, basedOn: number, citizenId: string) =>
      a.event([{ kind: 'person', id: who.personId, basedOn, after: { ...who, citizenId } }]);
    const round = [renumber(one, 1, third), renumber(two, 1, one.citizenId), renumber(one, 2, two.citizenId)];
    expect((await a.push(...round)).map(reasonOf)).toEqual(['confirmed', 'confirmed', 'confirmed']);
    expect(await a.push(...round)).toMatchObject(round.map(({ eventId }) => ({ eventId, outcome: 'confirmed' })));
  });

  it('rejects an event whose body it can not read, keeps it, and decides the others', async () => {
    const before = a.event(await a.settling(first.at.addressId));
    const mover = person();
    const later = { kind: 'person' as const, id: mover.personId, basedOn: 0, after: { ...mover, shoeSize: 43 } };
    const newer = a.event([later]);
    const unstorable = a.event([{ ...later, after: { ...mover, name: '周\0' } }]);
    const behind = a.event(await a.settling(first.at.addressId));
    const events = [before, newer, unstorable, behind];
    const outcomes = await a.push(...events);
    expect(outcomes.map(reasonOf)).toEqual(['confirmed', 'body', 'body', 'confirmed']);
    expect(await a.push(...events)).toEqual(outcomes);
    const spoilt = a.event([later]);
    a.rewind(spoilt);
    expect(reasonOf(await a.pushOne({ ...spoilt, operatorId: spoilt.caseId }))).toBe('hash');
  });

  it('decides the events of a push before the one it refuses, and none behind it', async () => {
    const known = a.event(await a.settling(first.at.addressId));
    await a.pushOne(known);
    const good = a.event(await a.settling(first.at.addressId));
    const other = { ...known, operatorId: known.caseId };
    const behind = a.event(await a.settling(first.at.addressId));
    const cursor = await a.head();
    const answer = await a.signed('POST', '/v1/events', { events: [good, other, behind] });
    expect(answer.status).toBe(422);
    expect(await a.head()).toBe(cursor + 1);
    expect((await a.push(good, behind)).map(reasonOf)).toEqual(['confirmed', 'confirmed']);
  });

  it('refuses another event under an id it knows', async () => {
    const event = a.event(await a.settling(first.at.addressId));
    await a.pushOne(event);
    const other = a.event(await a.settling(first.at.addressId), { eventId: event.eventId });
    const answer = await a.signed('POST', '/v1/events', { events: [other] });
    expect([answer.status, await answer.json()]).toEqual([
      422,
      { code: 'IDEMPOTENCY_MISMATCH', detail: event.eventId },
    ]);
    const spoilt = await a.signed('POST', '/v1/events', { events: [{ ...event, operatorId: event.caseId }] });
    expect(spoilt.status).toBe(422);
    a.rewind(other);
  });

  it('does not let a device speak for another', async () => {
    const event = a.event(await a.settling(first.at.addressId));
    a.rewind(event);
    const answer = await b.signed('POST', '/v1/events', { events: [event] });
    expect([answer.status, await answer.json()]).toEqual([403, { code: 'SCOPE_REFUSED', detail: 'deviceId' }]);
  });

  it('decides for one of two devices that register the same person at the same moment', async () => {
    const others = await Promise.all([1, 2, 3].map(() => TestDevice.enrol(registry.url, stationB, codes.b)));
    const { citizenId } = person();
    const cursor = await a.head();
    const events = await Promise.all(
      others.map(async (device) => ({
        device,
        event: device.event(await device.settling(second.at.addressId, { citizenId })),
      })),
    );
    const outcomes = await Promise.all(events.map(({ device, event }) => device.pushOne(event)));
    expect(outcomes.map(reasonOf).sort()).toEqual(['confirmed', 'person-elsewhere', 'person-elsewhere']);
    expect(await b.head()).toBe(cursor + 1);
  });

  it('tells every change once, in whole events, when many devices push batches at the same moment', async () => {
    const devices = await Promise.all([1, 2, 3, 4, 5, 6].map(() => TestDevice.enrol(registry.url, stationA, codes.a)));
    const cursor = await a.head();
    const pushed = await Promise.all(
      devices.map(async (device) => {
        const batch = [];
        for (let index = 0; index < 5; index++) batch.push(device.event(await device.settling(first.at.addressId)));
        const outcomes = await device.push(...batch);
        expect(outcomes.map(reasonOf)).toEqual(batch.map(() => 'confirmed'));
        return batch;
      }),
    );
    const { changes, events } = await a.changes(cursor, 5000);
    expect(changes.map(({ id }) => id).sort()).toEqual(
      pushed.flatMap((batch) => batch.flatMap(({ effects }) => effects.map(({ id }) => id))).sort(),
    );
    expect(events).toHaveLength(30);
    expect(await a.head()).toBe(cursor + 30);
  });

  it('gives the effect of one when an event comes three times at the same moment', async () => {
    const event = a.event(await a.settling(first.at.addressId));
    const cursor = await a.head();
    const outcomes = await Promise.all([a.pushOne(event), a.pushOne(event), a.pushOne(event)]);
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(await a.head()).toBe(cursor + 1);
  });
});

/** Sends a whole push and cuts the line before the answer. */
async function pushAndHangUp(device: TestDevice, body: string): Promise<void> {
  const { hostname, port } = new URL(device.url);
  const authorization = await device.authorization('POST', '/v1/events', body);
  await new Promise<void>((resolve, reject) => {
    const socket = createConnection({ host: hostname, port: Number(port) }, () => {
      const head = [
        'POST /v1/events HTTP/1.1',
        `host: ${hostname}`,
        `authorization: ${authorization}`,
        'content-type: application/json',
        `content-length: ${Buffer.byteLength(body)}`,
      ];
      socket.end(`${head.join('\r\n')}\r\n\r\n${body}`, () => {
        socket.destroy();
        resolve();
      });
    });
    socket.once('error', reject);
  });
}
