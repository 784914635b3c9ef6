import type { PushOutcome } from '../../shared/contract/registry.ts';
import { claimOf } from '../../shared/contract/registry.ts';
import type { VersionedRecord } from '../../shared/domain/records.ts';
import type { Queryable } from '../store/database.ts';
import { appendFeed, type FeedLine } from '../store/feed.ts';
import { listStationsOfPersons, putRecords } from '../store/records.ts';
import { recordOf, type Touched } from './touched.ts';

const kindOrder = { address: 0, person: 1, household: 2, membership: 3 } as const;

/** Records that give up a claim come first, here and in the feed: whoever applies them in order never holds one place twice. */
function inOrder(touched: Touched): VersionedRecord[] {
  const givesUp = (record: VersionedRecord) => {
    const before = touched.before(record)?.record;
    return before !== undefined && claimOf(before) !== claimOf(record) ? 0 : 1;
  };
  return touched.event.effects
    .map(recordOf)
    .sort((a, b) => givesUp(a) - givesUp(b) || kindOrder[a.kind] - kindOrder[b.kind]);
}

/** A person who gets a place here and is not changed otherwise: the station may not know the record yet. */
function newcomersOf(touched: Touched): VersionedRecord[] {
  const ids = touched.event.effects.flatMap((effect) => (effect.kind === 'membership' ? [effect.after.personId] : []));
  return [...new Set(ids)].flatMap((id) => {
    const ref = { kind: 'person', id } as const;
    const record = touched.isChanged(ref) ? null : touched.before(ref)?.record;
    return record ? [record] : [];
  });
}

async function feedLinesOf(
  transaction: Queryable,
  touched: Touched,
  records: readonly VersionedRecord[],
): Promise<FeedLine[]> {
  const own = touched.event.stationCode;
  const personIds = records.filter(({ kind }) => kind === 'person').map(({ id }) => id);
  const stations = await listStationsOfPersons(transaction, personIds);
  const readersOf = ({ kind, id }: VersionedRecord) =>
    kind === 'person'
      ? [...new Set([own, ...stations.filter(({ personId }) => personId === id).map((each) => each.stationCode)])]
      : [own];
  const newcomers = newcomersOf(touched).map((record) => ({ record, readers: [own] }));
  return [...newcomers, ...records.map((record) => ({ record, readers: readersOf(record) }))];
}

/** Writes what the event makes of its records and tells it in the feed. */
export async function writeEvent(transaction: Queryable, touched: Touched, confirmedAt: string): Promise<PushOutcome> {
  const records = inOrder(touched);
  const stationCode = touched.event.stationCode;
  await putRecords(
    transaction,
    records.map((record) => ({ record, stationCode: record.kind === 'person' ? null : stationCode })),
  );
  await appendFeed(transaction, stationCode, await feedLinesOf(transaction, touched, records));
  return {
    outcome: 'confirmed',
    eventId: touched.event.eventId,
    confirmedAt,
    versions: touched.event.effects.map(({ id, basedOn }) => ({ id, version: basedOn + 1 })),
  };
}
