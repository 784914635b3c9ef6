import type { FastifyInstance } from 'fastify';
import { ChangesQuery, registryPaths } from '../../shared/contract/registry.ts';
import { parseInput, type Registry } from '../app.ts';
import { Refusal } from '../refusal.ts';
import type { Queryable } from '../store/database.ts';
import { listToldEvents } from '../store/events.ts';
import { type FeedRow, listFeed } from '../store/feed.ts';
import { checkFeedPlace, findFeedMark } from '../store/feed-mark.ts';

/** An event writes at most 120 records and tells of at most as many newcomers; so many lines always hold one event whole. */
const linesOfOneEvent = 240;

/** Answers the feed after a cursor, in whole events: a ChangesAnswer put together from texts, since a record is never unpacked here. */
export function addChangesRoute(app: FastifyInstance, registry: Registry): void {
  app.get(registryPaths.changes, async (request, reply) => {
    const device = await registry.identify(request);
    const { cursor, limit, mark } = parseInput(request.query, ChangesQuery);
    const { head, rows } = await listFeed(registry.database, device, { cursor, limit: limit + linesOfOneEvent });
    if (cursor > head) throw new Refusal('CURSOR_INVALID');
    if (mark !== undefined) await checkFeedPlace(registry.database, { cursor, mark });
    const page = wholeEvents(rows, limit);
    const hasMore = page.length < rows.length || rows.length === limit + linesOfOneEvent;
    const changes = page.map(({ line }) => line).join(',');
    const events = (await eventsOf(registry.database, page)).join(',');
    const next = hasMore ? (page.at(-1)?.seq ?? cursor) : head;
    const end = JSON.stringify({
      next,
      mark: await findFeedMark(registry.database, next),
      hasMore,
      serverTime: registry.now().toISOString(),
    });
    reply.type('application/json; charset=utf-8');
    return `{"changes":[${changes}],"events":[${events}],${end.slice(1)}`;
  });
}

/** The events behind a page, each once, with the records it made of those on the page. */
async function eventsOf(database: Queryable, page: readonly FeedRow[]): Promise<string[]> {
  const made = new Map<string, Pick<FeedRow, 'kind' | 'id' | 'version'>[]>();
  for (const { eventId, kind, id, version } of page) {
    if (eventId === null) continue;
    const records = made.get(eventId);
    if (records) records.push({ kind, id, version });
    else made.set(eventId, [{ kind, id, version }]);
  }
  const told = await listToldEvents(database, [...made.keys()]);
  return told.map(({ eventId, line }) => `{"event":${line},"records":${JSON.stringify(made.get(eventId) ?? [])}}`);
}

/** The first events that together reach `limit` lines. The last one read may be cut off by the end of the reading, so it waits. */
function wholeEvents(rows: readonly FeedRow[], limit: number): readonly FeedRow[] {
  if (rows.length <= limit) return rows;
  const lastSeq = rows[limit - 1]?.seq;
  const end = rows.findIndex(({ seq }, index) => index >= limit && seq !== lastSeq);
  return end === -1 ? rows : rows.slice(0, end);
}
