import { canonicalJson } from '../../../shared/domain/canonical-json.ts';
import { recordKinds } from '../../../shared/domain/register-records.ts';
import type { Database } from '../store/database.ts';
import { recordOfLine, recordTables } from '../store/record-columns.ts';

/**
 * The whole register of a copy as lines of canonical JSON, by kind and id: equal registers give equal bytes. A record that waits for the
 * registry has the version it will be given.
 */
export function* exportRegister(database: Database): Generator<string> {
  for (const kind of recordKinds) {
    const { table, idColumn } = recordTables[kind];
    const lines = database
      .prepare<[], Record<string, unknown>>(`SELECT * FROM ${table} ORDER BY ${idColumn}`)
      .iterate();
    for (const line of lines) {
      const record = recordOfLine(kind, line);
      const version = line.provisional_event_id ? record.version + 1 : record.version;
      yield canonicalJson({ ...record, version });
    }
  }
}
