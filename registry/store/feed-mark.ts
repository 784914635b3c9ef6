import { createHash } from 'node:crypto';
import { Refusal } from '../refusal.ts';
import type { Queryable } from './database.ts';
import { getFeedHead } from './feed.ts';

/**
 * What tells a place in this feed from the same number in another: a hash of the event told there and of the answer it got, which names the instant.
 * A registry that was put back to an old copy gives the same numbers to other events, or to the same ones at another instant. Null at the
 * beginning of the feed.
 */
export async function findFeedMark(database: Queryable, seq: number): Promise<string | null> {
  const [made] = await database.query<{ id: string; answer: string }>(
    `SELECT event_id AS id, answer FROM events
     WHERE event_id = (SELECT event_id FROM feed WHERE seq = $1 AND event_id IS NOT NULL ORDER BY position LIMIT 1)`,
    [seq],
  );
  return made ? createHash('sha256').update(`${made.id}\n${made.answer}`).digest('hex') : null;
}

/** A place in the feed as a reader names it; without a mark, only its number. */
interface FeedPlace {
  readonly cursor?: number | undefined;
  readonly mark?: string | undefined;
}

/** @throws Refusal CURSOR_INVALID when what the reader knows of that place is not what this feed has there */
export async function checkFeedPlace(database: Queryable, { cursor, mark }: FeedPlace): Promise<void> {
  if (cursor === undefined) return;
  const isKnown =
    mark === undefined ? cursor <= (await getFeedHead(database)) : (await findFeedMark(database, cursor)) === mark;
  if (!isKnown) throw new Refusal('CURSOR_INVALID');
}
