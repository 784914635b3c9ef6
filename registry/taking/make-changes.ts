import type { Effect } from '../../shared/domain/events.ts';
import { inWritingOrder, type VersionedRecord } from '../../shared/domain/register-records.ts';
import type { FeedLine } from '../store/feed.ts';
import { recordOf, type Touched } from './touched.ts';

/** As they are written, here and in the feed: whoever applies them in order never holds one place twice. */
function inOrder(touched: Touched): VersionedRecord[] {
  return inWritingOrder(touched.event.effects.map(recordOf), (record) => touched.before(record)?.record ?? null);
}

/** Who gets something new at which station by an effect (a place, a residence, a permit, a certificate); null: nobody. */
function newTieOf(touched: Touched, effect: Effect): { readonly personId: string; readonly station: string } | null {
  if (!('personId' in effect.after)) return null;
  const { personId } = effect.after;
  const station = touched.stationOf(recordOf(effect));
  const before = touched.before(effect);
  const isKnown =
    before?.stationCode === station && 'personId' in before.record.data && before.record.data.personId === personId;
  return station === null || isKnown ? null : { personId, station };
}

/** Persons who get something new at a station and are not changed: the station may not know them yet. */
function newcomersOf(touched: Touched): FeedLine[] {
  const readers = new Map<string, Set<string>>();
  for (const effect of touched.event.effects) {
    const tie = newTieOf(touched, effect);
    if (tie) readers.set(tie.personId, (readers.get(tie.personId) ?? new Set()).add(tie.station));
  }
  return [...readers].flatMap(([id, stations]) => {
    const ref = { kind: 'person', id } as const;
    const record = touched.isChanged(ref) ? null : touched.before(ref)?.record;
    return record ? [{ record, isMade: false, readers: [...stations].toSorted() }] : [];
  });
}

/** The stations a record belongs to, before and after; none: a person, or an address above all stations. */
function stationsOf(touched: Touched, record: VersionedRecord): string[] {
  const before = touched.before(record)?.stationCode ?? null;
  const after = touched.stationOf(record);
  return [...new Set([before, after].flatMap((code) => code ?? []))];
}

/** The stations that hold something of a person, once the event is in the view; of one whom nobody holds yet, the event's own. */
function stationsOfPerson({ view, event }: Touched, personId: string): string[] {
  const stations = view.listTies(personId).map(({ stationCode }) => stationCode);
  return stations.length > 0 ? [...new Set(stations)] : [event.stationCode];
}

/**
 * Does in the view what the event does to its records, and answers how the feed tells it: each record to the stations that may read it, which the
 * event's own need not be. Told once more than that, it would keep what nobody tells it of any more. The stations are named in one order, however the
 * event came to be judged.
 */
export function makeChanges(touched: Touched): FeedLine[] {
  const { view, event } = touched;
  const newcomers = newcomersOf(touched);
  const changed = inOrder(touched).map((record) => ({ record, stations: stationsOf(touched, record) }));
  for (const { record } of changed)
    view.take({ record, stationCode: touched.stationOf(record), eventId: event.eventId });
  const readersOf = ({ record, stations }: (typeof changed)[number]) =>
    record.kind === 'person' ? stationsOfPerson(touched, record.id) : stations;
  const made = changed.map((each) => ({ record: each.record, isMade: true, readers: readersOf(each).toSorted() }));
  return [...newcomers, ...made];
}
