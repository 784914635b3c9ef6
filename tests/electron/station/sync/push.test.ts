import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { findPerson } from '../../../../electron/station/store/persons.ts';
import { takeSerial } from '../../../../electron/station/sync/leases.ts';
import { withdrawEvent } from '../../../../electron/station/sync/outbox.ts';
import type { Sync, SyncOptions } from '../../../../electron/station/sync/sync-loop.ts';
import type { Effect } from '../../../../shared/domain/events.ts';
import { makeHouseholdNumber } from '../../../../shared/domain/household-number.ts';
import { home, household, membership, person, stationA } from '../../../fixtures/register-records.ts';
import { backends, codes } from '../../../fixtures/registry-backends.ts';
import { TestDevice } from '../../../fixtures/registry-device.ts';
import { stationOfFile } from '../../../fixtures/station-of-file.ts';

describe.each(backends)('a station pushing to a registry on %s', (backend) => {
  const known = home(stationA, 1);
  const station = stationOfFile(backend, known.records);
  let neighbour: TestDevice;
  let answers: string[];

  beforeAll(async () => {
    neighbour = await TestDevice.enrol(station.registry.url, stationA, codes.a);
  }, 60_000);
  beforeEach(() => {
    answers = [];
  });

  const syncOf = (options: Partial<SyncOptions> = {}): Sync =>
    station.syncOf({
      onConfirmed: (eventId, caseId) => answers.push(`confirmed ${eventId} ${caseId}`),
      onConflict: (eventId, caseId, reason) => answers.push(`${reason} ${eventId} ${caseId}`),
      ...options,
    });

  /** A new person in a new household of this station, with a number of its own block. */
  const settling = (citizenId?: string): Effect[] => {
    const mover = person(citizenId === undefined ? {} : { citizenId });
    const serial = takeSerial(station.copy.database, 'household-number') ?? 0;
    const house = household({
      addressId: known.at.addressId,
      headPersonId: mover.personId,
      number: makeHouseholdNumber(stationA, serial),
    });
    const place = membership({ householdId: house.householdId, personId: mover.personId });
    return [
      { kind: 'person', id: mover.personId, basedOn: 0, after: mover },
      { kind: 'household', id: house.householdId, basedOn: 0, after: house },
      { kind: 'membership', id: place.membershipId, basedOn: 0, after: place },
    ];
  };

  const eventState = (eventId: string) =>
    station.copy.database.prepare('SELECT state FROM events WHERE event_id = ?').pluck().get(eventId);

  it('has its registration confirmed: versions set, nothing provisional, nothing in the outbox', async () => {
    const sync = syncOf();
    await sync.now();
    const effects = settling();
    const event = station.copy.register(sync.deviceId, effects);
    expect(sync.outbox()).toMatchObject([
      { eventId: event.eventId, acceptanceNumber: 'T-1', state: 'waiting', tries: 0, cause: null },
    ]);
    expect(await sync.now()).toMatchObject({ outboxCount: 0, cause: null });
    expect(findPerson(station.copy.database, effects[0]?.id ?? '')).toMatchObject({
      version: 1,
      provisionalEventId: null,
    });
    expect(eventState(event.eventId)).toBe('confirmed');
    expect(answers).toEqual([`confirmed ${event.eventId} ${event.caseId}`]);
  });

  it('loses nothing and doubles nothing when the answer is lost after the registry has decided', async () => {
    let losses = 1;
    const losing: typeof fetch = async (url, init) => {
      const answer = await fetch(url, init);
      if (String(url).endsWith('/v1/events') && losses-- > 0) throw new TypeError('the line was cut');
      return answer;
    };
    const sync = syncOf({ fetch: losing });
    await sync.now();
    const event = station.copy.register(sync.deviceId, settling());
    const cursor = await neighbour.head();
    expect(await sync.now()).toMatchObject({ registry: 'offline', cause: 'REGISTRY_OFFLINE', outboxCount: 1 });
    expect(sync.outbox()).toMatchObject([{ state: 'waiting', tries: 1, cause: 'REGISTRY_OFFLINE' }]);
    expect(await neighbour.head()).toBe(cursor + 1);
    await sync.now();
    expect(eventState(event.eventId)).toBe('confirmed');
    expect(answers).toEqual([`confirmed ${event.eventId} ${event.caseId}`]);
    expect(await neighbour.head()).toBe(cursor + 1);
  });

  it('takes its own change from the feed without harm when the feed is faster than the answer', async () => {
    const refusing: typeof fetch = async (url, init) => {
      const answer = await fetch(url, init);
      return String(url).endsWith('/v1/events') ? Response.json({ code: 'INTERNAL' }, { status: 500 }) : answer;
    };
    await syncOf().now();
    const sync = syncOf({ fetch: refusing });
    const [mover, ...rest] = settling();
    if (!mover) throw new Error('effects');
    station.copy.register(sync.deviceId, [mover, ...rest]);
    await sync.now();
    expect(findPerson(station.copy.database, mover.id)).toMatchObject({ version: 0 });
    expect(station.copy.count('held_records')).toBe(3);
    await syncOf().now();
    expect(findPerson(station.copy.database, mover.id)).toMatchObject({ version: 1, provisionalEventId: null });
    expect(station.copy.count('held_records')).toBe(0);
  });

  it('keeps both versions of a record that another counter changed first', async () => {
    const sync = syncOf();
    await sync.now();
    const [mover] = settling();
    if (mover?.kind !== 'person') throw new Error('effects');
    await neighbour.pushOne(neighbour.event([mover]));
    await sync.now();
    const theirs = { ...mover.after, name: '周邻窗' };
    await neighbour.pushOne(neighbour.event([{ ...mover, basedOn: 1, after: theirs }]));
    const event = station.copy.register(sync.deviceId, [
      { ...mover, basedOn: 1, after: { ...mover.after, name: '周本窗' } },
    ]);
    await sync.now();
    expect(answers).toEqual([`conflict ${event.eventId} ${event.caseId}`]);
    expect(sync.outbox()).toMatchObject([{ eventId: event.eventId, state: 'conflict', cause: 'conflict' }]);
    expect(findPerson(station.copy.database, mover.id)?.data.name).toBe('周本窗');
    const held = station.copy.database.prepare("SELECT version, data ->> '$.name' AS name FROM held_records").all();
    expect(held).toEqual([{ version: 2, name: '周邻窗' }]);
    expect(await sync.now()).toMatchObject({ outboxCount: 1 });
    expect(answers).toHaveLength(1);

    expect(withdrawEvent(station.copy.database, event.eventId)).toBe(true);
    expect(findPerson(station.copy.database, mover.id)).toMatchObject({ version: 2, data: { name: '周邻窗' } });
    expect([sync.outbox(), withdrawEvent(station.copy.database, event.eventId)]).toEqual([[], false]);
  });

  it('learns that the person lives elsewhere, keeps the registration listed, and goes on with the next', async () => {
    const sync = syncOf();
    await sync.now();
    const event = station.copy.register(sync.deviceId, settling(known.head.citizenId.replace(/^99/, '98')));
    const twin = await neighbour.settling(known.at.addressId, { citizenId: known.head.citizenId.replace(/^99/, '98') });
    await neighbour.pushOne(neighbour.event(twin));
    const next = station.copy.register(sync.deviceId, settling());
    await sync.now();
    expect(answers).toEqual([
      `person-elsewhere ${event.eventId} ${event.caseId}`,
      `confirmed ${next.eventId} ${next.caseId}`,
    ]);
    expect(sync.outbox()).toMatchObject([{ eventId: event.eventId, state: 'rejected', cause: 'person-elsewhere' }]);
  });

  it('changes nothing of an answer when what the program does with it fails, and takes it at the next try', async () => {
    const log = console.error;
    console.error = () => {};
    const failing = syncOf({
      onConfirmed: () => {
        throw new Error('a bug');
      },
    });
    await failing.now();
    const event = station.copy.register(failing.deviceId, settling());
    expect(await failing.now()).toMatchObject({ cause: 'BUG', outboxCount: 1 });
    console.error = log;
    expect(eventState(event.eventId)).toBe('provisional');
    expect(findPerson(station.copy.database, event.effects[0]?.id ?? '')?.version).toBe(0);
    await syncOf().now();
    expect(eventState(event.eventId)).toBe('confirmed');
  });

  it('sends a day’s work in its order, however much it is', async () => {
    const sync = syncOf();
    await sync.now();
    const events = Array.from({ length: 130 }, () =>
      station.copy.register(
        sync.deviceId,
        [settling()[0]].flatMap((each) => each ?? []),
      ),
    );
    await sync.now();
    expect(answers).toEqual(events.map(({ eventId, caseId }) => `confirmed ${eventId} ${caseId}`));
  });
});
