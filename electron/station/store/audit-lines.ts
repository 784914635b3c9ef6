import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../shared/domain/canonical-json.ts';
import type { Database } from './database.ts';
import { statement } from './statements.ts';

/** One line of the log: who did or looked up what, when, with which result. `details` never holds entered text of a person. */
export interface AuditLine {
  readonly at: string;
  readonly operatorId: string | null;
  readonly action: string;
  readonly subject: string;
  readonly details: Readonly<Record<string, unknown>>;
  /** `done` or the code of the failure. */
  readonly result: string;
}

const firstHash = '0'.repeat(64);

interface ChainedLine {
  at: string;
  operator_id: string | null;
  action: string;
  subject: string;
  details: string;
  result: string;
  prev_hash: string;
}

function hashOf(line: ChainedLine): string {
  return createHash('sha256').update(canonicalJson(line)).digest('hex');
}

/** Appends a line to the chain, inside the caller's transaction. */
export function appendAudit(database: Database, line: AuditLine): void {
  const newest = 'SELECT hash FROM audit ORDER BY audit_id DESC LIMIT 1';
  const last = statement<[], { hash: string }>(database, newest).get();
  const chained: ChainedLine = {
    at: line.at,
    operator_id: line.operatorId,
    action: line.action,
    subject: line.subject,
    details: canonicalJson(line.details),
    result: line.result,
    prev_hash: last?.hash ?? firstHash,
  };
  statement(
    database,
    `INSERT INTO audit (at, operator_id, action, subject, details, result, prev_hash, hash)
     VALUES (@at, @operator_id, @action, @subject, @details, @result, @prev_hash, @hash)`,
  ).run({ ...chained, hash: hashOf(chained) });
}

/** Number of the first line whose hash or link is wrong; null when the whole chain holds. */
export function findBrokenAuditLine(database: Database): number | null {
  let expected = firstHash;
  const lines = database
    .prepare<[], ChainedLine & { audit_id: number; hash: string }>('SELECT * FROM audit ORDER BY audit_id')
    .iterate();
  for (const { audit_id: auditId, hash, ...line } of lines) {
    if (line.prev_hash !== expected || hashOf(line) !== hash) return auditId;
    expected = hash;
  }
  return null;
}

/** Number and hash of the newest line; null while the log is empty. */
export function findAuditHead(database: Database): { count: number; hash: string } | null {
  const sql = 'SELECT audit_id AS count, hash FROM audit ORDER BY audit_id DESC LIMIT 1';
  return database.prepare<[], { count: number; hash: string }>(sql).get() ?? null;
}

/** The hash of the line with that number, or null. */
export function findAuditHash(database: Database, count: number): string | null {
  const sql = 'SELECT hash FROM audit WHERE audit_id = ?';
  return database.prepare<[number], { hash: string }>(sql).get(count)?.hash ?? null;
}
