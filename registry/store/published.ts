import { AuditAnchor, type AuditHead } from '../../shared/contract/registry-published.ts';
import { SealKey } from '../../shared/document-seal/key-set.ts';
import { VoidedDocument } from '../../shared/document-seal/voided.ts';
import type { Queryable } from './database.ts';

/** Every key that a station made known, the oldest first. */
export async function listDocumentKeys(database: Queryable): Promise<SealKey[]> {
  const rows = await database.query<{ body: string }>('SELECT body FROM document_keys ORDER BY published_at, key_id');
  return rows.map(({ body }) => SealKey.parse(JSON.parse(body)));
}

/** A key by its id, locked until the transaction ends, or null. */
export async function lockDocumentKey(transaction: Queryable, keyId: string): Promise<SealKey | null> {
  const sql = 'SELECT body FROM document_keys WHERE key_id = $1 FOR UPDATE';
  const [row] = await transaction.query<{ body: string }>(sql, [keyId]);
  return row ? SealKey.parse(JSON.parse(row.body)) : null;
}

/** Keeps a key that is not known; fails with a unique_violation when another transaction was faster. */
export async function addDocumentKey(transaction: Queryable, key: SealKey, at: string): Promise<void> {
  await transaction.query(
    'INSERT INTO document_keys (key_id, station_code, body, published_at) VALUES ($1, $2, $3, $4)',
    [key.kid, key.station, JSON.stringify(key), at],
  );
}

/** Keeps what is newly said of a known key, whose row is locked. */
export async function replaceDocumentKey(transaction: Queryable, key: SealKey): Promise<void> {
  await transaction.query('UPDATE document_keys SET body = $2 WHERE key_id = $1', [key.kid, JSON.stringify(key)]);
}

/** On the day the voiding event was taken; a paper that was void from the beginning, on its own day. */
const voidedSql = `SELECT r.kind, r.data->>'stationCode' AS station, r.data->>'number' AS number, r.data->>'kind' AS form,
    coalesce(r.data->>'endedOn', to_char(e.answered_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD'), r.data->>'issuedOn') AS "voidedOn"
  FROM records r LEFT JOIN events e ON e.event_id = r.event_id
  WHERE (r.kind IN ('migration-paper', 'certificate') AND r.data->>'status' = 'void')
     OR (r.kind = 'permit' AND r.data->>'status' IN ('replaced', 'cancelled'))
  ORDER BY r.kind, r.record_id`;

interface VoidedRow {
  readonly kind: 'migration-paper' | 'certificate' | 'permit';
  readonly station: string;
  readonly number: string;
  readonly form: string | null;
  readonly voidedOn: string;
}

/** The numbers of papers that are good no longer, without whose they are and why: anybody may read them. A certificate's form is not known by its kind, so any is meant. */
export async function listVoidedDocuments(database: Queryable): Promise<VoidedDocument[]> {
  const rows = await database.query<VoidedRow>(voidedSql);
  return rows.map(({ kind, form, ...document }) =>
    VoidedDocument.parse({ ...document, ...(kind === 'migration-paper' && form !== null && { form }) }),
  );
}

/** Keeps the head of a computer's audit log; the same head again keeps its first time. */
export async function addAnchor(
  database: Queryable,
  { deviceId, stationCode, head, at }: { deviceId: string; stationCode: string; head: AuditHead; at: string },
): Promise<void> {
  await database.query(
    `INSERT INTO audit_anchors (device_id, station_code, count, hash, anchored_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT DO NOTHING`,
    [deviceId, stationCode, head.count, head.hash, at],
  );
}

/** The newest anchors of a computer, the oldest of them first. */
export async function listAnchors(database: Queryable, deviceId: string, limit: number): Promise<AuditAnchor[]> {
  const rows = await database.query<AuditAnchor>(
    `SELECT device_id AS "deviceId", station_code AS "stationCode", count::float8 AS count, hash,
       to_char(anchored_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS "anchoredAt"
     FROM audit_anchors WHERE device_id = $1 ORDER BY anchored_at DESC, count DESC LIMIT $2`,
    [deviceId, limit],
  );
  return rows.map((row) => AuditAnchor.parse(row)).reverse();
}
