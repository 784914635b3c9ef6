import { uuidv7 } from 'uuidv7';
import { type Answer, done } from '../../../shared/contract/errors.ts';
import { type LeaseAnswer, LeaseKind, LeaseRequest } from '../../../shared/contract/registry.ts';
import type { Database } from '../store/database.ts';
import { statement } from '../store/statements.ts';
import type { RegistryClient } from './registry-client.ts';
import { dropSyncSetting, findSyncSetting, putSyncSetting } from './sync-settings.ts';

/** So many serials of each kind are kept while the registry can be reached: weeks of work at one counter. */
const leastLeft = 50;
const blockSize = 200;

/** How many serials of each kind can be given without the registry. */
export function listLeasesLeft(database: Database): { kind: LeaseKind; left: number }[] {
  const sql = 'SELECT coalesce(sum(until - next + 1), 0) AS left FROM leases WHERE kind = ?';
  return LeaseKind.options.map((kind) => ({
    kind,
    left: statement<[string], { left: number }>(database, sql).get(kind)?.left ?? 0,
  }));
}

/**
 * Takes the next serial of a kind, inside the caller's transaction: undone with it, and never given twice. Null when none is left.
 */
export function takeSerial(database: Database, kind: LeaseKind): number | null {
  const sql = `UPDATE leases SET next = next + 1
    WHERE lease_id = (SELECT lease_id FROM leases WHERE kind = ? AND next <= until ORDER BY lease_id LIMIT 1)
    RETURNING next - 1 AS serial`;
  return statement<[string], { serial: number }>(database, sql).get(kind)?.serial ?? null;
}

/** Gives up every block and every request for one, inside the caller's transaction: nobody knows which of their numbers are on paper. */
export function dropLeases(database: Database): void {
  statement(database, 'DELETE FROM leases').run();
  for (const kind of LeaseKind.options) dropSyncSetting(database, `sync.lease-request.${kind}`);
}

/** Asks for a new block of every kind that is running out. */
export async function refillLeases(database: Database, client: Pick<RegistryClient, 'lease'>): Promise<Answer<null>> {
  for (const { kind, left } of listLeasesLeft(database)) {
    if (left >= leastLeft) continue;
    const answer = await client.lease(keepRequest(database, kind));
    if (!answer.ok) return answer;
    addLease(database, answer.value);
  }
  return done(null);
}

/** The requests for blocks of every kind that is running out, each kept until its block comes. */
export function listLeaseRequests(database: Database): LeaseRequest[] {
  return listLeasesLeft(database).flatMap(({ kind, left }) => (left < leastLeft ? keepRequest(database, kind) : []));
}

/** Takes a block that came by another way than the wire. False: it was not asked for, or came before, and changes nothing. */
export function takeLease(database: Database, { kind, requestId, count }: LeaseRequest, lease: LeaseAnswer): boolean {
  const kept = findSyncSetting(database, `sync.lease-request.${kind}`);
  const isAsked = kept !== null && LeaseRequest.parse(JSON.parse(kept)).requestId === requestId;
  if (!isAsked || lease.kind !== kind || lease.from < 1 || lease.until - lease.from + 1 !== count) return false;
  addLease(database, lease);
  return true;
}

/** The request is kept before it is made: when the answer is lost, the same request gets the same block. */
function keepRequest(database: Database, kind: LeaseKind): LeaseRequest {
  const kept = findSyncSetting(database, `sync.lease-request.${kind}`);
  if (kept !== null) return LeaseRequest.parse(JSON.parse(kept));
  const request = { kind, count: blockSize, requestId: uuidv7() };
  putSyncSetting(database, `sync.lease-request.${kind}`, JSON.stringify(request));
  return request;
}

function addLease(database: Database, { kind, from, until }: LeaseAnswer): void {
  database.transaction(() => {
    statement(database, 'DELETE FROM leases WHERE next > until').run();
    statement(database, 'INSERT INTO leases (kind, next, until) VALUES (?, ?, ?)').run(kind, from, until);
    dropSyncSetting(database, `sync.lease-request.${kind}`);
  })();
}
