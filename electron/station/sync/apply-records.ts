import type { ChangesAnswer } from '../../../shared/contract/registry.ts';
import type { VersionedRecord } from '../../../shared/domain/register-records.ts';
import type { Database } from '../store/database.ts';
import { addHappening } from '../store/happenings.ts';
import { indexPersons } from '../store/person-index.ts';
import { personIdsOf, releaseHeldRecords, takeRecord } from '../store/records.ts';
import { addToldHistory } from '../store/told-history.ts';
import { type Pause, stepsInSlices } from './in-slices.ts';
import { putFeedPlace, putSyncSetting } from './sync-settings.ts';

type Told = ChangesAnswer['events'];

const versionKeyOf = ({ kind, id, version }: Omit<VersionedRecord, 'data'>): string => `${kind}:${id}:${version}`;

/** Which event made which version of a record. */
function makersOf(told: Told): Map<string, string> {
  return new Map(
    told.flatMap(({ event, records }) => records.map((record) => [versionKeyOf(record), event.eventId] as const)),
  );
}

/** Takes records of the registry into the tables and the person search, inside the caller's transaction. */
export function applyRecords(database: Database, records: readonly VersionedRecord[], told: Told): void {
  indexPersons(database, takeRecords(database, records, makersOf(told)));
}

/** Takes records into the tables; answers whom the search is to be told of. */
function takeRecords(
  database: Database,
  records: readonly VersionedRecord[],
  makers: ReadonlyMap<string, string>,
): string[] {
  let isTaken = false;
  const searched = records.filter((record) => {
    const eventId = makers.get(versionKeyOf(record));
    if (eventId !== undefined) addToldHistory(database, eventId, record);
    const taken = takeRecord(database, record);
    isTaken ||= taken !== null;
    return taken === 'record';
  });
  const released = isTaken ? releaseHeldRecords(database) : [];
  return personIdsOf([...searched, ...released]);
}

/** Records that one event made, and those told with it that none made; these stand before the others. */
interface Made {
  eventId: string | undefined;
  readonly records: VersionedRecord[];
}

/** The changes of a page, event by event. */
function* byEvent(changes: readonly VersionedRecord[], makers: ReadonlyMap<string, string>): Generator<Made> {
  let made: Made = { eventId: undefined, records: [] };
  for (const record of changes) {
    const eventId = makers.get(versionKeyOf(record));
    if (made.eventId !== undefined && eventId !== made.eventId) {
      yield made;
      made = { eventId, records: [] };
    }
    made.records.push(record);
    made.eventId ??= eventId;
  }
  yield made;
}

/** Takes a page event by event, and in the last step the cursor, unless the feed ends here; `touched` hears whom the search is to be told of. */
function* stepsOf(
  database: Database,
  { changes, events, next, mark, hasMore, serverTime }: ChangesAnswer,
  touched: Set<string>,
) {
  const makers = makersOf(events);
  const told = new Map(events.map(({ event }) => [event.eventId, event]));
  for (const { eventId = '', records } of byEvent(changes, makers)) {
    const event = told.get(eventId);
    if (event) addHappening(database, event, serverTime);
    told.delete(eventId);
    for (const personId of takeRecords(database, records, makers)) touched.add(personId);
    yield records.length;
  }
  for (const event of told.values()) addHappening(database, event, serverTime);
  if (hasMore) putFeedPlace(database, { cursor: next, mark });
}

/**
 * Takes a page of the change feed: its events in their order, each whole, some in a transaction, with turns for everybody else in between; then
 * the cursor. After a kill the copy is as it was behind one of these events, and the page is taken again from its first one, which changes
 * nothing where it was taken before. The search is told once in each transaction, for its many small writes cost half then. Only the cursor of
 * the last page waits for the disk, and thereby for everything before it.
 */
export async function applyPage(database: Database, page: ChangesAnswer, pause?: Pause): Promise<void> {
  const touched = new Set<string>();
  const index = () => {
    indexPersons(database, [...touched]);
    touched.clear();
  };
  await stepsInSlices(database, stepsOf(database, page, touched), () => {}, pause, index);
  if (page.hasMore) return;
  database.transaction(() => {
    putFeedPlace(database, { cursor: page.next, mark: page.mark });
    putSyncSetting(database, 'sync.copy-as-of', page.serverTime);
  })();
}
