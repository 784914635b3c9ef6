import Sqlite from 'better-sqlite3';
import type { Effect, RegisterEvent } from '../../../shared/domain/events.ts';
import { type RecordKind, VersionedRecord } from '../../../shared/domain/register-records.ts';
import type { Database } from './database.ts';
import { dropHappening } from './happenings.ts';
import { dropHeldRecord, hasHeldRecords, holdRecord, listHeldRecords } from './held-records.ts';
import { indexPersons } from './person-index.ts';
import { recordOfLine, recordTables, type SqlValue, valuesOf } from './record-columns.ts';
import { adds, changes, inserts, type LineWrite, reads, takes, takesDetails, valuesFor } from './record-statements.ts';
import { statement } from './statements.ts';

interface Line {
  readonly [column: string]: unknown;
  readonly version: number;
  readonly provisional_event_id?: string | null;
}

function findLine(database: Database, kind: RecordKind, id: string): Line | undefined {
  return statement<[string], Line>(database, reads[kind]).get(id);
}

/** The record as it stands in its table, provisional or not; null: not in this copy. */
export function findRecord(database: Database, kind: RecordKind, id: string): VersionedRecord | null {
  const line = findLine(database, kind, id);
  return line ? recordOfLine(kind, line) : null;
}

/** The version the registry gave the record, or the one a registration that waits was based on; 0 when the record is not there. */
export function recordVersion(database: Database, kind: RecordKind, id: string): number {
  return findLine(database, kind, id)?.version ?? 0;
}

/**
 * Writes a record, inside the caller's transaction. With an event it is provisional: `version` is then the version the event was based on
 * (0: new), and the confirmed record it covers is held until the registry has answered. The person search is brought up to date by the
 * caller, once for all persons (indexPersons).
 * A record that waits already with an earlier own event is covered once more: the event names that one (basedOnEvent).
 */
export function putRecord(database: Database, record: VersionedRecord, provisionalEventId: string | null): void {
  if (provisionalEventId !== null) {
    const line = findLine(database, record.kind, record.id);
    if (line && !line.provisional_event_id) holdRecord(database, recordOfLine(record.kind, line));
  }
  const values = valuesOf(record, provisionalEventId);
  if (!writeLine(database, changes[record.kind], values)) writeLine(database, inserts[record.kind], values);
}

/** The records of this computer's registrations that still wait for an answer. Reads whole tables. */
export function listProvisionalRecords(database: Database): VersionedRecord[] {
  return Object.values(recordTables)
    .filter(({ canBeProvisional }) => canBeProvisional)
    .flatMap(({ kind, table }) =>
      statement<[], Line>(database, `SELECT * FROM ${table} WHERE provisional_event_id IS NOT NULL`)
        .all()
        .map((line) => recordOfLine(kind, line)),
    );
}

/** Whether the statement wrote something. */
function writeLine(database: Database, write: LineWrite, values: readonly SqlValue[]): boolean {
  return statement<SqlValue[]>(database, write.sql).run(...valuesFor(write, values)).changes > 0;
}

/** Whether the statement met a line that has the record's key or what it claims. */
function isTaken(error: unknown): boolean {
  return error instanceof Sqlite.SqliteError && /^SQLITE_CONSTRAINT_(UNIQUE|PRIMARYKEY)$/.test(error.code);
}

function runUnlessTaken<T>(run: () => T): T | null {
  try {
    return run();
  } catch (error) {
    if (isTaken(error)) return null;
    throw error;
  }
}

/** Puts a record into an emptied table, for the first fill. One that a provisional line stands in the way of is held. */
export function addRecord(database: Database, record: VersionedRecord): void {
  const insert = () => writeLine(database, inserts[record.kind], valuesOf(record, null));
  if (runUnlessTaken(insert) === null) holdRecord(database, record);
}

/** What taking a record changed: the record, or of a person only what neither the search knows nor an index holds. */
export type Taken = 'record' | 'details';

/**
 * Takes a record as the registry holds it, inside the caller's transaction: it stands in its table then. Null: older than what is here, or held
 * because a provisional line is in its way (never overwritten, never in the way of the other records).
 */
export function takeRecord(database: Database, record: VersionedRecord): Taken | null {
  const taken = runUnlessTaken(() => writeTaken(database, record));
  if (taken !== null && taken !== 'nothing') return taken;
  if (taken === null || findLine(database, record.kind, record.id)?.provisional_event_id) holdRecord(database, record);
  return null;
}

/** What usually is to be done first, and the other for a page that comes twice or began in the middle. */
function writeTaken(database: Database, record: VersionedRecord): Taken | 'nothing' {
  const { kind, version } = record;
  const values = valuesOf(record, null);
  const writes = version > 1 ? [...takes[kind], adds[kind]] : [adds[kind], ...takes[kind]];
  const written = writes.find((write) => writeLine(database, write, values));
  if (!written) return 'nothing';
  return written === takesDetails ? 'details' : 'record';
}

/** Takes held records whose way is free now. Answers those that stand in their tables. */
export function releaseHeldRecords(database: Database): VersionedRecord[] {
  const released: VersionedRecord[] = [];
  let isMoving = hasHeldRecords(database);
  while (isMoving) {
    isMoving = false;
    for (const record of listHeldRecords(database)) {
      const line = findLine(database, record.kind, record.id);
      if (line?.provisional_event_id) continue;
      const isOld = line !== undefined && line.version >= record.version;
      if (!isOld && !takeRecord(database, record)) continue;
      dropHeldRecord(database, record);
      if (!isOld) released.push(record);
      isMoving = true;
    }
  }
  return released;
}

function lineSql(kind: RecordKind, verb: string): string {
  const { table, idColumn } = recordTables[kind];
  return `${verb.replace('$table', table)} WHERE ${idColumn} = ? AND provisional_event_id = ?`;
}

/**
 * The registry took an own event, inside the caller's transaction: its records are confirmed with their versions, and records held because of
 * it come out. Also when the records were withdrawn meanwhile.
 */
export function confirmRecords(database: Database, event: RegisterEvent, versions: ReadonlyMap<string, number>): void {
  for (const effect of ownEffects(event)) {
    const version = versions.get(effect.id) ?? effect.basedOn + 1;
    const sql = lineSql(effect.kind, 'UPDATE $table SET version = ?, provisional_event_id = NULL');
    const { changes } = statement(database, sql).run(version, effect.id, event.eventId);
    const record = recordOfEffect(effect, version);
    if (changes === 0) takeRecord(database, record);
    else dropHeldRecord(database, record);
  }
  indexPersons(database, personIdsOf(releaseHeldRecords(database)));
}

/**
 * Takes an own event's records out again, inside the caller's transaction, and puts back what the registry holds of them: for a
 * registration that was refused and is given up.
 */
export function withdrawRecords(database: Database, event: RegisterEvent): void {
  for (const effect of ownEffects(event))
    statement(database, lineSql(effect.kind, 'DELETE FROM $table')).run(effect.id, event.eventId);
  const released = releaseHeldRecords(database);
  const own = event.effects.map((effect) => recordOfEffect(effect, effect.basedOn));
  dropHappening(database, event.eventId);
  indexPersons(database, personIdsOf([...own, ...released]));
}

/** Effects on what can be provisional; addresses can not. */
function ownEffects(event: RegisterEvent): Effect[] {
  return event.effects.filter(({ kind }) => recordTables[kind].canBeProvisional);
}

function recordOfEffect(effect: Effect, version: number): VersionedRecord {
  return VersionedRecord.parse({ kind: effect.kind, id: effect.id, version, data: effect.after });
}

/** The persons whose entry in the search these records may change. */
export function personIdsOf(records: readonly VersionedRecord[]): string[] {
  const ids = records.flatMap((record) => {
    if (record.kind === 'person') return [record.id];
    return record.kind === 'membership' || record.kind === 'residence' ? [record.data.personId] : [];
  });
  return [...new Set(ids)];
}
