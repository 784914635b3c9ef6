import type { PushOutcome } from '../../shared/contract/registry.ts';
import { inWritingOrder, type VersionedRecord } from '../../shared/domain/register-records.ts';
import type { Queryable } from '../store/database.ts';
import { appendFeed, type FeedLine } from '../store/feed.ts';
import { listStationsOfPersons, putRecords } from '../store/records.ts';
import { recordOf, type Touched } from './touched.ts';

/** As they are written, here and in the feed: whoever applies them in order never holds one place twice. */
function inOrder(touched: Touched): VersionedRecord[] {
  return inWritingOrder(touched.event.effects.map(recordOf), (record) => touched.before(record)?.record ?? null);
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

/** The stations a record belongs to, before and after; none: a person, or an address above all stations. */
function stationsOf(touched: Touched, record: VersionedRecord): string[] {
  const before = touched.before(record)?.stationCode ?? null;
  const after = touched.stationOf(record);
  return [...new Set([before, after].flatMap((code) => code ?? []))];
}

async function feedLinesOf(
  transaction: Queryable,
  touched: Touched,
  records: readonly VersionedRecord[],
): Promise<FeedLine[]> {
  const own = touched.event.stationCode;
  const personIds = records.filter(({ kind }) => kind === 'person').map(({ id }) => id);
  const stations = await listStationsOfPersons(transaction, personIds);
  const readersOf = (record: VersionedRecord) => {
    const others =
      record.kind === 'person'
        ? stations.filter(({ personId }) => personId === record.id).map(({ stationCode }) => stationCode)
        : stationsOf(touched, record);
    return [...new Set([own, ...others])];
  };
  const newcomers = newcomersOf(touched).map((record) => ({ record, readers: [own] }));
  return [...newcomers, ...records.map((record) => ({ record, readers: readersOf(record) }))];
}

/** Writes what the event makes of its records and tells it in the feed. */
export async function writeEvent(transaction: Queryable, touched: Touched, confirmedAt: string): Promise<PushOutcome> {
  const records = inOrder(touched);
  const { eventId } = touched.event;
  await putRecords(
    transaction,
    records.map((record) => ({ record, stationCode: touched.stationOf(record), eventId })),
  );
  await appendFeed(transaction, touched.event, await feedLinesOf(transaction, touched, records));
  return {
    outcome: 'confirmed',
    eventId,
    confirmedAt,
    versions: touched.event.effects.map(({ id, basedOn }) => ({ id, version: basedOn + 1 })),
  };
}
