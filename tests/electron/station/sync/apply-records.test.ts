import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyPage } from '../../../../electron/station/sync/apply-records.ts';
import { findCursor } from '../../../../electron/station/sync/sync-settings.ts';
import type { ChangesAnswer } from '../../../../shared/contract/registry.ts';
import type { VersionedRecord } from '../../../../shared/domain/register-records.ts';
import { address, household, membership, person, recordOf, stationA } from '../../../fixtures/register-records.ts';
import { TestCopy } from '../../../fixtures/station-copy.ts';

type Told = ChangesAnswer['events'][number];

/** The event of a household that comes with one person. */
function arrival(serial: number): { told: Told; records: VersionedRecord[] } {
  const mover = person();
  const home = household({
    addressId: address().addressId,
    headPersonId: mover.personId,
    number: String(100_000_000 + serial),
  });
  const place = membership({ householdId: home.householdId, personId: mover.personId });
  const records = [recordOf.person(mover), recordOf.household(home), recordOf.membership(place)];
  const eventId = uuidv7();
  const facts = { procedure: 'trial', acceptanceNumber: '', registeredOn: '2026-11-23', happenedOn: '2026-11-23' };
  const event: Told['event'] = {
    kind: 'register.changed',
    ...{ eventId, deviceId: uuidv7(), stationCode: stationA, operatorId: uuidv7(), caseId: uuidv7() },
    occurredAt: '2026-11-23T01:00:00.000Z',
    facts: { ...facts, personIds: [], householdIds: [], details: {} },
  };
  return { told: { event, records: records.map(({ kind, id, version }) => ({ kind, id, version })) }, records };
}

function pageOf(count: number, hasMore: boolean): ChangesAnswer {
  const arrivals = Array.from({ length: count }, (_, serial) => arrival(serial));
  return {
    changes: arrivals.flatMap(({ records }) => records),
    events: arrivals.map(({ told }) => told).reverse(),
    ...{ next: count, mark: null, hasMore, serverTime: '2026-11-23T02:00:00.000Z' },
  };
}

describe('a page of the change feed', () => {
  let copy: TestCopy;
  beforeEach(() => {
    copy = new TestCopy();
  });
  afterEach(() => copy.discard());

  const numberOf = (sql: string) => Number(copy.database.prepare(sql).pluck().get());
  const counts = () => [
    ...[copy.count('persons'), copy.count('households'), copy.count('memberships'), copy.count('search_persons')],
    numberOf('SELECT count(*) FROM happenings'),
  ];

  it('broken off shows whole events and no cursor, and taken again is whole with each change once', async () => {
    const page = pageOf(600, false);
    const breakOff = async () => {
      throw new Error('killed');
    };
    await expect(applyPage(copy.database, page, breakOff)).rejects.toThrow('killed');
    const [shown = 0, ...others] = counts();
    expect(shown).toBeGreaterThan(0);
    expect(shown).toBeLessThan(600);
    expect(others).toEqual([shown, shown, shown, shown]);
    expect(findCursor(copy.database)).toBeNull();

    await applyPage(copy.database, page);
    expect(counts()).toEqual([600, 600, 600, 600, 600]);
    expect(numberOf('SELECT count(*) FROM record_history')).toBe(1800);
    expect(numberOf('SELECT count(*) FROM record_history WHERE before IS NOT NULL')).toBe(0);
    expect(findCursor(copy.database)).toBe(600);
  });

  it('lets others commit in between', async () => {
    let turns = 0;
    await applyPage(copy.database, pageOf(600, true), async () => {
      turns += 1;
      expect(copy.database.inTransaction).toBe(false);
      expect(copy.database.pragma('synchronous', { simple: true })).toBe(2);
    });
    expect(turns).toBeGreaterThan(2);
    expect(findCursor(copy.database)).toBe(600);
  });

  it('without changes moves the cursor and says how new the copy is', async () => {
    await applyPage(copy.database, { ...pageOf(0, false), next: 7 });
    expect(findCursor(copy.database)).toBe(7);
    const asOf = copy.database.prepare("SELECT value FROM settings WHERE name = 'sync.copy-as-of'").pluck().get();
    expect(asOf).toBe('2026-11-23T02:00:00.000Z');
  });
});
