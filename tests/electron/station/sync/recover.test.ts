import { copyFileSync, rmSync } from 'node:fs';
import { uuidv7 } from 'uuidv7';
import { beforeEach, describe, expect, it } from 'vitest';
import { findBrokenAuditLine } from '../../../../electron/station/store/audit-lines.ts';
import { addCase, putCaseEvent } from '../../../../electron/station/store/cases.ts';
import { findEvent } from '../../../../electron/station/store/events.ts';
import { listHistory } from '../../../../electron/station/store/happenings.ts';
import { addOperator } from '../../../../electron/station/store/operators.ts';
import { findPerson } from '../../../../electron/station/store/persons.ts';
import { takeSerial } from '../../../../electron/station/sync/leases.ts';
import { withdrawEvent } from '../../../../electron/station/sync/outbox.ts';
import type { Sync } from '../../../../electron/station/sync/sync-loop.ts';
import { findCursor } from '../../../../electron/station/sync/sync-settings.ts';
import { canonicalJson } from '../../../../shared/domain/canonical-json.ts';
import type { Effect, RegisterEvent } from '../../../../shared/domain/events.ts';
import { makeHouseholdNumber } from '../../../../shared/domain/household-number.ts';
import { home, household, membership, person, stationA } from '../../../fixtures/register-records.ts';
import { anyBackend, codes, startTestRegistry } from '../../../fixtures/registry-backends.ts';
import { hashOf, TestDevice } from '../../../fixtures/registry-device.ts';
import { stationOfFile } from '../../../fixtures/station-of-file.ts';

describe('a computer whose file was put back to an old copy', () => {
  const known = home(stationA, 1);
  const station = stationOfFile(anyBackend, known.records);
  let answers: string[];

  beforeEach(() => {
    answers = [];
  });

  const syncOf = (fetchOfTest: typeof fetch = fetch): Sync =>
    station.syncOf({
      onConfirmed: (eventId) => answers.push(`confirmed ${eventId}`),
      onConflict: (eventId, _, reason) => answers.push(`${reason} ${eventId}`),
      onRecovered: ({ eventId }, { outcome }) => answers.push(`recovered ${outcome} ${eventId}`),
      fetch: fetchOfTest,
    });

  const newcomer = (serial = takeSerial(station.copy.database, 'household-number') ?? 0): Effect[] => {
    const mover = person();
    const number = makeHouseholdNumber(stationA, serial);
    const house = household({ addressId: known.at.addressId, headPersonId: mover.personId, number });
    const place = membership({ householdId: house.householdId, personId: mover.personId });
    return [
      { kind: 'person', id: mover.personId, basedOn: 0, after: mover },
      { kind: 'household', id: house.householdId, basedOn: 0, after: house },
      { kind: 'membership', id: place.membershipId, basedOn: 0, after: place },
    ];
  };
  const register = (effects = newcomer()): RegisterEvent => station.copy.register(syncOf().deviceId, effects);
  /** What is registered belongs to this case; written over the finished event, as the fixture gives each a case of its own. */
  const tie = (eventId: string, caseId = '') => {
    const sql = "SELECT sql FROM sqlite_schema WHERE name = 'events_keep_bodies'";
    const guard = String(station.copy.database.prepare(sql).pluck().get());
    const line = station.copy.database.prepare('SELECT body FROM events WHERE event_id = ?').pluck().get(eventId);
    const { hash: _, ...unhashed } = { ...JSON.parse(String(line)), caseId };
    const event = { ...unhashed, hash: hashOf(unhashed) };
    station.copy.database.exec('DROP TRIGGER events_keep_bodies');
    station.copy.database
      .prepare('UPDATE events SET body = ?, hash = ?, case_id = ? WHERE event_id = ?')
      .run(canonicalJson(event), event.hash, caseId, eventId);
    station.copy.database.exec(guard);
  };
  const backUp = () => {
    station.copy.database.pragma('wal_checkpoint(TRUNCATE)');
    copyFileSync(station.copy.file, `${station.copy.file}.old`);
  };
  const putBack = () => {
    station.copy.database.close();
    for (const suffix of ['-wal', '-shm']) rmSync(station.copy.file + suffix, { force: true });
    copyFileSync(`${station.copy.file}.old`, station.copy.file);
    station.copy.reopen();
  };
  const chain = () =>
    station.copy.database
      .prepare<[], { event_id: string; seq: number; state: string; body: string }>(
        'SELECT event_id, seq, state, body FROM events WHERE seq > 0 ORDER BY seq',
      )
      .all();
  const expectWholeChain = () => {
    let before = '0'.repeat(64);
    for (const [index, { seq, body }] of chain().entries()) {
      const { hash, ...unhashed } = JSON.parse(body);
      expect([seq, unhashed.seq, unhashed.prevHash, hash]).toEqual([index + 1, index + 1, before, hashOf(unhashed)]);
      before = hash;
    }
    expect(findBrokenAuditLine(station.copy.database)).toBeNull();
  };

  it('takes back what it lost, sends behind it what was registered since, and takes new number blocks', async () => {
    await syncOf().now();
    const first = register();
    await syncOf().now();
    backUp();
    const [second, third] = [register(), register()];
    await syncOf().now();
    putBack();
    const since = register(newcomer(900_001).slice(0, 1));
    expect(since.seq).toBe(second.seq);
    answers = [];
    const state = await syncOf().now();
    expect(state).toMatchObject({ cause: null, outboxCount: 0 });
    expect(state.recovery).toMatchObject({ recovered: 2, renumbered: 1, givenUp: 0, doubleNumbers: [] });
    expect(answers).toEqual([
      `recovered confirmed ${second.eventId}`,
      `recovered confirmed ${third.eventId}`,
      `confirmed ${since.eventId}`,
    ]);
    expect(chain().map(({ event_id, state: answer }) => [event_id, answer])).toEqual(
      [first, second, third, since].map(({ eventId }) => [eventId, 'confirmed']),
    );
    expectWholeChain();
    const [mover] = second.effects;
    expect(findPerson(station.copy.database, mover?.id ?? '')).toMatchObject({ version: 1, provisionalEventId: null });
    expect(listHistory(station.copy.database, 'person', mover?.id ?? '')).toHaveLength(1);
    const given = takeSerial(station.copy.database, 'household-number') ?? 0;
    expect(given).toBeGreaterThan(200);
    const audit = station.copy.database
      .prepare("SELECT details FROM audit WHERE action = 'sync.recovered'")
      .pluck()
      .all();
    expect(audit).toHaveLength(1);
  });

  it('knows an event of its own that was sent after the copy was made, and does not send it in another place', async () => {
    await syncOf().now();
    const waiting = register();
    backUp();
    await syncOf().now();
    const lost = register();
    await syncOf().now();
    putBack();
    answers = [];
    expect(await syncOf().now()).toMatchObject({ cause: null, outboxCount: 0 });
    expect(answers).toEqual([`recovered confirmed ${lost.eventId}`, `confirmed ${waiting.eventId}`]);
    expectWholeChain();
  });

  it('lists a refused event again that it had lost, and gives it up like any other', async () => {
    await syncOf().now();
    backUp();
    const refused = register(newcomer(900_002));
    await syncOf().now();
    expect(answers).toEqual([`lease ${refused.eventId}`]);
    putBack();
    await syncOf().now();
    expect(syncOf().outbox()).toMatchObject([{ eventId: refused.eventId, state: 'rejected', cause: 'lease' }]);
    expect(withdrawEvent(station.copy.database, refused.eventId)).toBe(true);
    expect(syncOf().outbox()).toEqual([]);
  });

  it('leaves a case as it was first registered when the old copy registered it once more, and tells of numbers given twice', async () => {
    const { database } = station.copy;
    await syncOf().now();
    addOperator(database, { operatorId: uuidv7(), login: 'li', name: '李试验', role: 'clerk', passwordHash: '' });
    const startedBy = String(database.prepare('SELECT operator_id FROM operators').pluck().get());
    const at = new Date().toISOString();
    const cases = [uuidv7(), uuidv7()];
    const open = (caseId = '') =>
      addCase(station.copy.database, { caseId, procedure: 'settle.residence', pack: 'p', draft: '{}', startedBy, at });
    open(cases[0]);
    backUp();
    const first = register();
    tie(first.eventId, cases[0]);
    const other = register();
    await syncOf().now();
    putBack();
    const again = register(newcomer(900_003));
    tie(again.eventId, cases[0]);
    putCaseEvent(station.copy.database, cases[0] ?? '', again.eventId);
    open(cases[1]);
    station.copy.database.prepare('UPDATE cases SET acceptance_number = ? WHERE case_id = ?').run('T-2', cases[1]);
    expect((await syncOf().now()).recovery).toMatchObject({
      recovered: 2,
      renumbered: 0,
      givenUp: 1,
      doubleNumbers: ['T-2'],
    });
    expect(chain().map(({ event_id }) => event_id)).toEqual([first.eventId, other.eventId]);
    expect(findPerson(station.copy.database, again.effects[0]?.id ?? '')).toBeNull();
    expect(findEvent(station.copy.database, again.eventId)?.state).toBe('rejected');
    expect(syncOf().outbox()).toEqual([]);
    expect(register().seq).toBe(3);
  });

  it('compares once, and once more after every failure, and finds nothing when nothing was lost', async () => {
    const asked: string[] = [];
    let isCut = false;
    const counting: typeof fetch = (url, init) => {
      asked.push(String(url));
      return isCut ? Promise.reject(new TypeError('cut')) : fetch(url, init);
    };
    const times = () => asked.filter((url) => url.includes('/v1/devices/self')).length;
    const sync = syncOf(counting);
    await sync.now();
    await sync.now();
    expect(times()).toBe(1);
    isCut = true;
    await sync.now();
    isCut = false;
    expect((await sync.now()).recovery).toBeNull();
    expect(times()).toBe(2);
  });

  it('sends and takes nothing when it is the registry that was put back, and says so', async () => {
    await syncOf().now();
    register();
    await syncOf().now();
    const forgetful: typeof fetch = async (url, init) =>
      String(url).includes('/v1/devices/self')
        ? Response.json({ head: { seq: 0, hash: '0'.repeat(64) }, afterHash: null, events: [], hasMore: false })
        : fetch(url, init);
    const waiting = register();
    expect(await syncOf(forgetful).now()).toMatchObject({
      registry: 'online',
      cause: 'REGISTRY_BEHIND',
      outboxCount: 1,
    });
    expect(syncOf().outbox()).toMatchObject([{ eventId: waiting.eventId, cause: 'REGISTRY_BEHIND' }]);
    expect(await syncOf().now()).toMatchObject({ cause: null, outboxCount: 0 });
  });

  it('sends and takes nothing where the registry was put back and has grown past what it had told since', async () => {
    const settle = async (url: string) => {
      const other = await TestDevice.enrol(url, stationA, codes.a);
      await other.pushOne(other.event(await other.settling(known.at.addressId)));
    };
    await settle(station.registry.url);
    await syncOf().now();
    const old = await startTestRegistry(anyBackend, known.records);
    try {
      for (let place = 0; place < (findCursor(station.copy.database) ?? 0) + 1; place += 1) await settle(old.url);
      const waiting = register();
      const persons = station.copy.count('persons');
      const elsewhere = syncOf((url, init) => fetch(String(url).replace(station.registry.url, old.url), init));
      // The old copy does not know this computer, which enrols once more.
      await elsewhere.now();
      expect(await elsewhere.now()).toMatchObject({ registry: 'online', cause: 'REGISTRY_BEHIND', outboxCount: 1 });
      expect(elsewhere.outbox()).toMatchObject([{ eventId: waiting.eventId, cause: 'REGISTRY_BEHIND' }]);
      expect(station.copy.count('persons')).toBe(persons);
      expect(await syncOf().now()).toMatchObject({ cause: null, outboxCount: 0 });
    } finally {
      await old.stop();
    }
  });

  it('believes no chain that does not hold', async () => {
    await syncOf().now();
    backUp();
    register();
    await syncOf().now();
    putBack();
    const forging: typeof fetch = async (url, init) => {
      const answer = await fetch(url, init);
      if (!String(url).includes('/v1/devices/self')) return answer;
      return new Response((await answer.text()).replaceAll('周试验', '周伪造'));
    };
    expect(await syncOf(forging).now()).toMatchObject({ cause: 'REGISTRY_NONSENSE', recovery: null });
    expect(chain()).toEqual([]);
  });
});
