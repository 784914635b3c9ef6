import { createHash } from 'node:crypto';
import { inWritingOrder, recordKinds, VersionedRecord } from '../../../shared/domain/register-records.ts';
import type { Database } from '../store/database.ts';
import { recordOfLine, recordTables } from '../store/record-columns.ts';
import { findRecord, putRecord } from '../store/records.ts';
import { exportRegister } from './export-register.ts';

/** What a replay found. */
export interface Replay {
  readonly events: number;
  readonly records: number;
  /** SHA-256 of the export of the copy, and of the register that the events make on what was there before them. */
  readonly copy: string;
  readonly replayed: string;
}

interface Line {
  readonly kind: string;
  readonly record_id: string;
  readonly event_id: string;
  readonly version: number;
  readonly before: string | null;
  readonly after: string;
}

const linesInOrder = `SELECT line.* FROM record_history AS line JOIN happenings AS told USING (event_id)
  ORDER BY occurred_at, event_id, kind, record_id`;

function recordOf(line: Line, data: string, version: number): VersionedRecord {
  return VersionedRecord.parse({ kind: line.kind, id: line.record_id, version, data: JSON.parse(data) });
}

/** The copy as it was before the first event it knows: records that an event made are left out, changed ones are as they were. */
function putBase(copy: Database, target: Database, first: ReadonlyMap<string, Line>): void {
  for (const kind of recordKinds) {
    for (const row of copy
      .prepare<[], Record<string, unknown>>(`SELECT * FROM ${recordTables[kind].table}`)
      .iterate()) {
      const record = recordOfLine(kind, row);
      const line = first.get(`${kind}:${record.id}`);
      if (line === undefined) putRecord(target, record, null);
      else if (line.before !== null) putRecord(target, recordOf(line, line.before, line.version - 1), null);
    }
  }
}

function digest(database: Database): { sha256: string; records: number } {
  const hash = createHash('sha256');
  let records = 0;
  for (const line of exportRegister(database)) {
    hash.update(`${line}\n`);
    records += 1;
  }
  return { sha256: hash.digest('hex'), records };
}

/**
 * Makes the register anew in an empty database from what was there before the first event and every event since, in their order, and
 * compares it with the copy byte for byte. Only reads the copy.
 */
export function replayRegister(copy: Database, empty: Database): Replay {
  const lines = copy.prepare<[], Line>(linesInOrder).all();
  const first = new Map<string, Line>();
  for (const line of lines) {
    const key = `${line.kind}:${line.record_id}`;
    if (!first.has(key)) first.set(key, line);
  }
  const byEvent = new Map<string, Line[]>();
  for (const line of lines) byEvent.set(line.event_id, [...(byEvent.get(line.event_id) ?? []), line]);
  empty.transaction(() => {
    putBase(copy, empty, first);
    for (const ofEvent of byEvent.values()) {
      const records = ofEvent.map((line) => recordOf(line, line.after, line.version));
      const find = ({ kind, id }: VersionedRecord) => findRecord(empty, kind, id);
      for (const record of inWritingOrder(records, find)) putRecord(empty, record, null);
    }
  })();
  const [made, kept] = [digest(empty), digest(copy)];
  return { events: byEvent.size, records: kept.records, copy: kept.sha256, replayed: made.sha256 };
}
