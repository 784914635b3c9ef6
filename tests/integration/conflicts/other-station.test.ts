import { join } from 'node:path';
import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { practiceStation } from '../../../electron/station/practice.ts';
import { type RunningRegistry, startRegistry } from '../../../registry/server.ts';
import type { Effect } from '../../../shared/domain/events.ts';
import { makeTown } from '../../../shared/town/town.ts';
import { approved, memberOf, townHousehold } from '../../fixtures/carrying-out.ts';
import { openReadyCounter, type ReadyCounter } from '../../fixtures/ready-counter.ts';
import { household, membership } from '../../fixtures/register-records.ts';
import { TestDevice } from '../../fixtures/registry-device.ts';
import { allConfirmed, bringBack, cutOff, onlyConflict } from '../../fixtures/two-counters.ts';

const elsewhere = '220402010000';
const town = () => makeTown({ persons: 400, seed: 7 });

let registry: RunningRegistry;
let one: ReadyCounter;
let other: TestDevice;

beforeAll(async () => {
  registry = await startRegistry({
    port: 0,
    migrations: join(import.meta.dirname, '..', '..', '..', 'registry', 'migrations'),
    town,
    enrolmentCodes: [
      { code: 'TEST-CODE', stationCode: practiceStation.code, scope: 'city' },
      { code: 'ELSEWHERE', stationCode: elsewhere, scope: 'station' },
    ],
  });
  one = await openReadyCounter(registry.url);
  other = await TestDevice.enrol(registry.url, elsewhere, 'ELSEWHERE');
}, 180_000);
afterAll(async () => {
  await one?.counter.discard();
  await registry?.stop();
});

/** N21 §42: the station of arrival registers the move, with the place left. */
async function arrival(personId: string): Promise<Effect[]> {
  const { person, household: left } = await one.clerk.must('person.get', { personId, purpose: 'counter' });
  const before = left?.members.find((it) => it.person.personId === personId)?.membership;
  const address = [...town()].find(({ kind, data }) => kind === 'address' && data.stationCode === elsewhere);
  if (!before || !address) throw new Error('nobody to move, or nowhere to go');
  const opened = household({
    ...{ stationCode: elsewhere, addressId: address.id },
    ...{ headPersonId: personId, number: await other.newNumber() },
  });
  const place = membership({ householdId: opened.householdId, personId });
  const ended = { ...before, untilOn: '2026-11-23' };
  const arrived = { ...person, arrivedAtAddress: '2026年11月23日由南康街道迁来' };
  return [
    { kind: 'person', id: personId, basedOn: 1, after: arrived },
    { kind: 'household', id: opened.householdId, basedOn: 0, after: opened },
    { kind: 'membership', id: before.membershipId, basedOn: 1, after: ended },
    { kind: 'membership', id: place.membershipId, basedOn: 0, after: place },
  ];
}

describe('a change here that crosses a move to another station', () => {
  let personId: string;

  it('is told the other station, the post and the time, and nobody’s name', async () => {
    personId = memberOf(await townHousehold(one.clerk, '010000003'), '张子铭');
    const subject = { kind: 'person' as const, id: personId };
    const { row } = await approved(one, { procedure: 'item.other', subject, fields: { phone: '13800000001' } });
    const effects = await arrival(personId);
    cutOff(one);
    await one.clerk.must('case.register', { caseId: row.caseId });
    const moved = other.event(effects, { operatorId: uuidv7(), caseId: uuidv7() });
    expect(await other.pushOne(moved)).toMatchObject({ outcome: 'confirmed' });
    await bringBack({ registry, one, two: one }, one);
    const { eventId } = await onlyConflict(one);
    const { others } = await one.clerk.must('conflict.get', { eventId });
    expect(others).toMatchObject([{ isOwnStation: false, isThisComputer: false, post: 'officer', operator: '' }]);
    expect(others[0]?.station.zh).toMatch(/派出所$/);
    expect(others[0]?.station.zh).not.toBe('南康派出所');
  });

  it('comes back to the desk when the registry refuses the settlement as well, and is withdrawn in the end', async () => {
    const refused = await onlyConflict(one);
    const sent = { eventId: refused.eventId, decision: {}, reason: '电话由本人更正' };
    expect(await one.clerk.must('conflict.settle', sent)).toMatchObject({ choice: 'ours' });
    await bringBack({ registry, one, two: one }, one);
    const again = await onlyConflict(one);
    expect(again).toMatchObject({ eventKind: 'conflict.settled', because: 'scope', caseId: refused.caseId });
    expect((await one.clerk.must('case.get', { caseId: again.caseId ?? '' })).row.state).toBe('conflict');
    const withdrawn = { eventId: again.eventId, decision: { isWithdrawn: true }, reason: '户口已迁往外所' };
    await one.clerk.must('conflict.settle', withdrawn);
    await allConfirmed(one.clerk);
    expect((await one.clerk.must('case.get', { caseId: again.caseId ?? '' })).row.state).toBe('withdrawn');
    const entries = await one.clerk.must('history.get', { kind: 'person', id: personId, purpose: 'counter' });
    const choices = entries.flatMap(({ refusal }) => refusal?.settlement?.choice ?? []);
    expect(choices.sort()).toEqual(['ours', 'withdrawn']);
  });
});
