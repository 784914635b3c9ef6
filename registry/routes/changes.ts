import type { FastifyInstance } from 'fastify';
import { type ChangesAnswer, ChangesQuery, registryPaths } from '../../shared/contract/registry.ts';
import { VersionedRecord } from '../../shared/domain/register-records.ts';
import { parseInput, type Registry } from '../app.ts';
import { Refusal } from '../refusal.ts';
import type { Queryable } from '../store/database.ts';
import { listToldEvents } from '../store/events.ts';
import { type FeedRow, getFeedHead, listFeed } from '../store/feed.ts';

/** An event writes at most 120 records and tells of at most as many newcomers; so many lines always hold one event whole. */
const linesOfOneEvent = 240;

/** Answers the feed after a cursor, in whole events. */
export function addChangesRoute(app: FastifyInstance, registry: Registry): void {
  app.get(registryPaths.changes, async (request): Promise<ChangesAnswer> => {
    const device = await registry.identify(request);
    const { cursor, limit } = parseInput(request.query, ChangesQuery);
    const until = await getFeedHead(registry.database);
    if (cursor > until) throw new Refusal('CURSOR_INVALID');
    const rows = await listFeed(registry.database, device, { cursor, until, limit: limit + linesOfOneEvent });
    const page = wholeEvents(rows, limit);
    const hasMore = page.length < rows.length || rows.length === limit + linesOfOneEvent;
    return {
      changes: page.map(({ kind, id, version, data }) => VersionedRecord.parse({ kind, id, version, data })),
      events: await eventsOf(registry.database, page),
      next: hasMore ? (page.at(-1)?.seq ?? cursor) : until,
      hasMore,
      serverTime: registry.now().toISOString(),
    };
  });
}

/** The events behind a page, each once, with the records it made of those on the page. */
async function eventsOf(database: Queryable, page: readonly FeedRow[]): Promise<ChangesAnswer['events']> {
  const made = new Map<string, FeedRow[]>();
  for (const row of page) {
    if (row.eventId === null) continue;
    const rows = made.get(row.eventId);
    if (rows) rows.push(row);
    else made.set(row.eventId, [row]);
  }
  const told = await listToldEvents(database, [...made.keys()]);
  return told.map((event) => ({
    event,
    records: (made.get(event.eventId) ?? []).map(({ kind, id, version }) => ({ kind, id, version })),
  }));
}

/** The first events that together reach `limit` lines. The last one read may be cut off by the end of the reading, so it waits. */
function wholeEvents(rows: readonly FeedRow[], limit: number): readonly FeedRow[] {
  if (rows.length <= limit) return rows;
  const lastSeq = rows[limit - 1]?.seq;
  const end = rows.findIndex(({ seq }, index) => index >= limit && seq !== lastSeq);
  return end === -1 ? rows : rows.slice(0, end);
}
