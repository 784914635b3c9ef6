import { ExchangeParty } from '../../../shared/exchange/format.ts';
import type { Database } from './database.ts';
import { statement } from './statements.ts';

/** Somebody whose files are taken, since when, and by whom that was said (null: a technician at the command line). */
export interface TrustedParty {
  readonly holder: ExchangeParty;
  readonly trustedAt: string;
  readonly trustedBy: string | null;
}

interface PartyLine {
  readonly holder: string;
  readonly trustedAt: string;
  readonly trustedBy: string | null;
}

const partySql = 'SELECT holder, trusted_at AS trustedAt, trusted_by AS trustedBy FROM exchange_parties';

/** Everybody whose files are taken, the registry first. */
export function listParties(database: Database): TrustedParty[] {
  const sql = `${partySql} ORDER BY role DESC, trusted_at, party_id`;
  return statement<[], PartyLine>(database, sql)
    .all()
    .map((line) => ({ ...line, holder: ExchangeParty.parse(JSON.parse(line.holder)) }));
}

/** Takes files of this party from now on, by the keys it has now. */
export function putParty(database: Database, { holder, trustedAt, trustedBy }: TrustedParty): void {
  const sql = `INSERT INTO exchange_parties (party_id, role, holder, trusted_at, trusted_by) VALUES (?, ?, ?, ?, ?)
    ON CONFLICT (party_id) DO UPDATE SET holder = excluded.holder, trusted_at = excluded.trusted_at, trusted_by = excluded.trusted_by`;
  statement(database, sql).run(holder.id, holder.role, JSON.stringify(holder), trustedAt, trustedBy);
}

/** A file that went out or came in. */
export interface MovedFile {
  readonly fileId: string;
  readonly direction: 'out' | 'in';
  readonly kind: 'requests' | 'answers' | 'application';
  readonly sequence: number;
  readonly partyName: string;
  readonly madeAt: string;
  readonly movedAt: string;
  readonly movedBy: string | null;
  /** Registrations in it: sent, or answered. */
  readonly eventCount: number;
  /** False: it was broken off before its end. */
  readonly isWhole: boolean;
}

/** Keeps that a file went out or came in; the same file again replaces the line. */
export function putFile(database: Database, file: MovedFile): void {
  const sql = `INSERT INTO exchange_files (file_id, direction, kind, sequence, party_name, made_at, moved_at, moved_by, event_count, is_whole)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (file_id) DO UPDATE SET moved_at = excluded.moved_at, moved_by = excluded.moved_by,
    event_count = max(event_count, excluded.event_count), is_whole = max(is_whole, excluded.is_whole)`;
  const { fileId, direction, kind, sequence, partyName, madeAt, movedAt, movedBy, eventCount, isWhole } = file;
  const values = [fileId, direction, kind, sequence, partyName, madeAt, movedAt, movedBy, eventCount, isWhole ? 1 : 0];
  statement(database, sql).run(...values);
}

const fileSql = `SELECT file_id AS fileId, direction, kind, sequence, party_name AS partyName, made_at AS madeAt, moved_at AS movedAt,
  (SELECT name FROM operators WHERE operator_id = moved_by) AS movedBy, event_count AS eventCount, is_whole AS isWhole FROM exchange_files`;

/** The newest files in and out, the newest first; `movedBy` is the operator's name. */
export function listFiles(database: Database, limit: number): MovedFile[] {
  const sql = `${fileSql} ORDER BY moved_at DESC, file_id DESC LIMIT ?`;
  return statement<[number], Omit<MovedFile, 'isWhole'> & { isWhole: number }>(database, sql)
    .all(limit)
    .map((line) => ({ ...line, isWhole: line.isWhole === 1 }));
}

/** Number of the newest file of requests written here, 0 before the first. */
export function findNewestRequests(database: Database): number {
  const sql = `SELECT coalesce(max(sequence), 0) AS newest FROM exchange_files WHERE kind = 'requests'`;
  return statement<[], { newest: number }>(database, sql).get()?.newest ?? 0;
}

/** Number of the newest answer taken whole, 0 before the first. */
export function findNewestAnswers(database: Database): number {
  const sql = `SELECT coalesce(max(sequence), 0) AS newest FROM exchange_files WHERE kind = 'answers' AND is_whole = 1`;
  return statement<[], { newest: number }>(database, sql).get()?.newest ?? 0;
}

/** How many registrations wait for the registry and since when (null: none waits). */
export function summarizeWaiting(database: Database): { count: number; since: string | null } {
  const sql = `SELECT count(*) AS count, min(body ->> '$.occurredAt') AS since
    FROM outbox JOIN events USING (event_id) WHERE state = 'provisional'`;
  return statement<[], { count: number; since: string | null }>(database, sql).get() ?? { count: 0, since: null };
}
