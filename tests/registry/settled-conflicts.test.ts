import { uuidv7 } from 'uuidv7';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { RunningRegistry } from '../../registry/server.ts';
import type { ConflictFacts, Effect } from '../../shared/domain/events.ts';
import { home, inSnapshotOrder, stationA } from '../fixtures/register-records.ts';
import { backends, codes, startTestRegistry } from '../fixtures/registry-backends.ts';
import { TestDevice } from '../fixtures/registry-device.ts';

describe.each(backends)('the settlement of a conflict at a registry on %s', (backend) => {
  const first = home(stationA, 1);
  let registry: RunningRegistry;
  let a: TestDevice;

  beforeAll(async () => {
    registry = await startTestRegistry(backend, inSnapshotOrder(first.records));
    a = await TestDevice.enrol(registry.url, stationA, codes.a);
  }, 60_000);
  afterAll(() => registry.stop());

  const factsOf = (settledEventId: string, choice: ConflictFacts['choice']): ConflictFacts => ({
    ...{ settledEventId, choice, reason: '以先办为准', procedure: 'settle.residence', acceptanceNumber: 'T-1' },
    ...{ registeredOn: '2026-11-23', happenedOn: '2026-11-23', restates: null },
  });

  /** An event that is refused: a new person under the number of somebody else. */
  async function refused(): Promise<{ eventId: string; effects: Effect[] }> {
    const known = first.records.find(({ kind }) => kind === 'person');
    const citizenId = known?.kind === 'person' ? known.data.citizenId : '';
    const effects = await a.settling(first.at.addressId, { citizenId });
    const event = a.event(effects);
    expect(await a.pushOne(event)).toMatchObject({ outcome: 'rejected', reason: 'person-elsewhere' });
    return { eventId: event.eventId, effects };
  }

  it('is taken without effects, and the feed tells nothing of it', async () => {
    const { eventId } = await refused();
    const cursor = await a.head();
    const outcome = await a.pushOne(a.settlement(factsOf(eventId, 'withdrawn'), []));
    expect(outcome).toMatchObject({ outcome: 'confirmed', versions: [] });
    expect(await a.changes(cursor)).toMatchObject({ changes: [], events: [] });
  });

  it('changes the register by what it sends again, and is told with its reason', async () => {
    const { eventId } = await refused();
    const effects = await a.settling(first.at.addressId);
    const cursor = await a.head();
    expect(await a.pushOne(a.settlement(factsOf(eventId, 'mix'), effects))).toMatchObject({ outcome: 'confirmed' });
    const { events } = await a.changes(cursor);
    expect(events).toMatchObject([{ event: { kind: 'conflict.settled', facts: { reason: '以先办为准' } } }]);
  });

  it('is refused for an event that was not refused, and for one nobody knows', async () => {
    const taken = a.event(await a.settling(first.at.addressId));
    await a.pushOne(taken);
    for (const eventId of [taken.eventId, uuidv7()])
      expect(await a.pushOne(a.settlement(factsOf(eventId, 'withdrawn'), []))).toMatchObject({
        outcome: 'rejected',
        reason: 'scope',
      });
  });

  it('is kept to: with effects exactly when something is sent again', async () => {
    const { eventId, effects } = await refused();
    for (const [choice, sent] of [
      ['theirs', effects],
      ['ours', []],
    ] as const)
      expect(await a.pushOne(a.settlement(factsOf(eventId, choice), sent))).toMatchObject({
        outcome: 'rejected',
        reason: 'body',
      });
  });
});
