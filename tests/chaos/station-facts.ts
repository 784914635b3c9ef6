import { findRefused, listBehind } from '../../electron/station/conflicts/refused.ts';
import type { Database } from '../../electron/station/store/database.ts';
import { recordOfLine, recordTables } from '../../electron/station/store/record-columns.ts';
import { statement } from '../../electron/station/store/statements.ts';
import { canonicalJson } from '../../shared/domain/canonical-json.ts';
import type { RecordKind } from '../../shared/domain/register-records.ts';

/** Ids of all events of this computer, in their order. */
export function listOwnEventIds(database: Database): string[] {
  return statement(database, 'SELECT event_id FROM events ORDER BY seq').pluck().all() as string[];
}

/** Ids of those of them that the registry has answered. */
export function listAnsweredEventIds(database: Database): string[] {
  const sql = "SELECT event_id FROM events WHERE state <> 'provisional'";
  return statement(database, sql).pluck().all() as string[];
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
  return Object.values(recordTables).flatMap(({ kind, table }) => {
    const lines = database.prepare<[], unknown[]>(`SELECT * FROM ${table}`).raw();
    const columns = lines.columns().map(({ name }) => name);
    return lines.all().map((values) => {
      const key = kind + JSON.stringify(values);
      const made = keptLines.get(key) ?? textOf(kind, columns, values);
      if (keptLines.size > 20_000) keptLines.clear();
      keptLines.set(key, made);
      return made;
    });
  });
}

function textOf(kind: RecordKind, columns: readonly string[], values: readonly unknown[]): string {
  return canonicalJson(recordOfLine(kind, Object.fromEntries(columns.map((name, index) => [name, values[index]]))));
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

interface Unconfirmed {
  readonly eventId: string;
  readonly kind: RecordKind;
  readonly id: string;
}

/**
 * The refused events that stay at the desk after one on which they build was settled: their records went out of the register with its own, and
 * nobody but an officer can say what becomes of them.
 */
function listStaying(database: Database): ReadonlySet<string> {
  const sql = 'SELECT body FROM settled_conflicts JOIN events USING (event_id)';
  const settled = database.prepare<[], string>(sql).pluck().all();
  const behind = settled.flatMap((body) => listBehind(database, JSON.parse(body)));
  return new Set(behind.filter((eventId) => findRefused(database, eventId) !== null));
}

/**
 * Records that own events made which the registry has not confirmed, where not the last of these events stands. `recovered`: events that came
 * back to the file, and whose records did not.
 */
export function listOverwritten(database: Database, recovered: ReadonlySet<string>): string[] {
  const sql = `SELECT event_id AS eventId, effect.value ->> '$.kind' AS kind, effect.value ->> '$.id' AS id
    FROM outbox JOIN events USING (event_id), json_each(body, '$.effects') AS effect ORDER BY outbox.seq`;
  const made = statement<[], Unconfirmed>(database, sql).all();
  const staying = listStaying(database);
  const isOut = ({ eventId }: Unconfirmed) => recovered.has(eventId) || staying.has(eventId);
  const last = new Map(made.filter((each) => !isOut(each)).map((each) => [each.id, each]));
  return [...last.values()].flatMap(({ eventId, kind, id }) => {
    const { table, idColumn } = recordTables[kind];
    const standing = `SELECT provisional_event_id FROM ${table} WHERE ${idColumn} = ?`;
    const by = statement<[string]>(database, standing).pluck().get(id);
    return by === eventId ? [] : [`${kind} ${id} of ${eventId}`];
  });
}
