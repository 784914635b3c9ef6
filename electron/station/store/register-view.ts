import type { RecordKind, RecordOf } from '../../../shared/domain/register-records.ts';
import type { Kept, RecordLinks, RegisterView } from '../../../shared/register/view.ts';
import type { Database } from './database.ts';
import { columnOf, recordOfLine, recordTables } from './record-columns.ts';
import { statement } from './statements.ts';

type Line = Readonly<Record<string, unknown>>;

function keptOf<K extends RecordKind>(kind: K, line: Line): Kept<K> {
  const { version, data } = recordOfLine(kind, line);
  const waitsFor = line.provisional_event_id;
  const kept = { version, data: data as RecordOf<K> };
  return typeof waitsFor === 'string' ? { ...kept, version: version + 1, waitsFor } : kept;
}

function listSql(kind: RecordKind, link: string): string {
  const { table, idColumn } = recordTables[kind];
  if (link === 'holderIds')
    return `SELECT ${table}.* FROM paper_holders JOIN ${table} USING (paper_id) WHERE person_id = ? ORDER BY ${table}.${idColumn}`;
  if (link === 'formerCitizenIds')
    return `SELECT persons.* FROM former_numbers CROSS JOIN persons USING (person_id)
      WHERE former_numbers.citizen_id = ? ORDER BY persons.person_id`;
  return `SELECT * FROM ${table} WHERE ${columnOf(link)} = ? ORDER BY ${idColumn}`;
}

/** The station's tables as a change may look at them, in the state of the caller's transaction. */
export function registerView(database: Database): RegisterView {
  return {
    find<K extends RecordKind>(kind: K, id: string): Kept<K> | null {
      const { table, idColumn } = recordTables[kind];
      const line = statement<[string], Line>(database, `SELECT * FROM ${table} WHERE ${idColumn} = ?`).get(id);
      return line ? keptOf(kind, line) : null;
    },
    list<K extends RecordKind>(kind: K, link: RecordLinks[K], value: string): readonly Kept<K>[] {
      return statement<[string], Line>(database, listSql(kind, link))
        .all(value)
        .map((line) => keptOf(kind, line));
    },
  };
}
