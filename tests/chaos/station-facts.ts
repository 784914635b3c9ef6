import type { Database } from '../../electron/station/store/database.ts';
import { recordOfLine, recordTables } from '../../electron/station/store/record-columns.ts';
import { canonicalJson } from '../../shared/domain/canonical-json.ts';
import type { RecordKind } from '../../shared/domain/register-records.ts';

/** Ids of all events of this computer. */
export function listOwnEventIds(database: Database): string[] {
  return database.prepare('SELECT event_id FROM events').pluck().all() as string[];
}

/** An event as a station's file or the registry's table keeps it. */
export interface ChainLine {
  readonly eventId: string;
  readonly seq: number;
  readonly hash: string;
  readonly body: string;
  readonly outcome: string;
}

/** The chain of this computer's events in its order. */
export function listChain(database: Database): ChainLine[] {
  const sql = `SELECT event_id AS eventId, seq, hash, body, state AS outcome FROM events WHERE seq > 0 ORDER BY seq`;
  return database.prepare<[], ChainLine>(sql).all();
}

const keptLines = new Map<string, string>();

/** Every record that stands in a table, as canonical text; most are the same in every schedule. */
export function listRecordLines(database: Database): string[] {
  return Object.values(recordTables).flatMap(({ kind, table }) =>
    database
      .prepare<[], Record<string, unknown>>(`SELECT * FROM ${table}`)
      .all()
      .map((line) => {
        const key = kind + JSON.stringify(line);
        const made = keptLines.get(key) ?? canonicalJson(recordOfLine(kind, line));
        if (keptLines.size > 20_000) keptLines.clear();
        keptLines.set(key, made);
        return made;
      }),
  );
}

/** How many lines of the tables wait for an answer or are held back. */
export function countUnsettled(database: Database): number {
  const waiting = Object.values(recordTables)
    .filter(({ canBeProvisional }) => canBeProvisional)
    .map(({ table }) => `SELECT count(*) AS n FROM ${table} WHERE provisional_event_id IS NOT NULL`);
  const sql = `SELECT sum(n) FROM (${[...waiting, 'SELECT count(*) AS n FROM held_records'].join(' UNION ALL ')})`;
  return Number(database.prepare(sql).pluck().get());
}

/** Own events that were confirmed but that the histories do not tell whole. */
export function listUntold(database: Database): string[] {
  const sql = `SELECT event_id FROM events WHERE state = 'confirmed' AND (
      NOT EXISTS (SELECT 1 FROM happenings h WHERE h.event_id = events.event_id)
      OR (SELECT count(*) FROM record_history r WHERE r.event_id = events.event_id) < json_array_length(body, '$.effects'))`;
  return database.prepare(sql).pluck().all() as string[];
}

/** Cases whose state is not what the registry's answer to their event makes of them. */
export function listWrongCases(database: Database): string[] {
  const sql = `SELECT cases.case_id || ' ' || cases.state || ' ' || events.state FROM cases JOIN events ON events.event_id = cases.event_id
    WHERE (events.state = 'confirmed') <> (cases.state IN ('confirmed', 'closed'))`;
  return database.prepare(sql).pluck().all() as string[];
}

/** Records that an own event made and still waits with, but that no longer stand as this counter left them. */
export function listOverwritten(database: Database): string[] {
  const sql = `SELECT effect.value ->> '$.kind' AS kind, effect.value ->> '$.id' AS id
    FROM outbox JOIN events USING (event_id), json_each(body, '$.effects') AS effect WHERE state = 'provisional'`;
  const waiting = database.prepare<[], { kind: RecordKind; id: string }>(sql).all();
  return waiting.flatMap(({ kind, id }) => {
    const { table, idColumn } = recordTables[kind];
    const line = database.prepare(`SELECT provisional_event_id FROM ${table} WHERE ${idColumn} = ?`).pluck().get(id);
    return line ? [] : [`${kind} ${id}`];
  });
}
