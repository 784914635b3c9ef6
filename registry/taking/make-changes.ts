import { inWritingOrder, type VersionedRecord } from '../../shared/domain/register-records.ts';
import type { FeedLine } from '../store/feed.ts';
import { recordOf, type Touched } from './touched.ts';

/** As they are written, here and in the feed: whoever applies them in order never holds one place twice. */
function inOrder(touched: Touched): VersionedRecord[] {
  return inWritingOrder(touched.event.effects.map(recordOf), (record) => touched.before(record)?.record ?? null);
}

/** A person who gets something here (a place, a residence, a permit, a certificate) and is not changed: the station may not know them yet. */
function newcomersOf(touched: Touched): VersionedRecord[] {
  const ids = touched.event.effects.flatMap(({ after }) => ('personId' in after ? [after.personId] : []));
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

/** Does in the view what the event does to its records, and answers how the feed tells it. */
export function makeChanges(touched: Touched): FeedLine[] {
  const { view, event } = touched;
  const { eventId, stationCode: own } = event;
  const newcomers = newcomersOf(touched).map((record) => ({ record, isMade: false, readers: [own] }));
  const changed = inOrder(touched).map((record) => ({ record, stations: stationsOf(touched, record) }));
  for (const { record } of changed) view.take({ record, stationCode: touched.stationOf(record), eventId });
  const readersOf = ({ record, stations }: (typeof changed)[number]) => {
    const others = record.kind === 'person' ? view.listTies(record.id).map(({ stationCode }) => stationCode) : stations;
    return [...new Set([own, ...others])];
  };
  return [...newcomers, ...changed.map((each) => ({ record: each.record, isMade: true, readers: readersOf(each) }))];
}
