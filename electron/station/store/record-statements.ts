import { type RecordKind, recordKinds } from '../../../shared/domain/register-records.ts';
import { columnOf, recordTables, type SqlValue, sqlDataOf } from './record-columns.ts';

/*
 * The statements on the tables of records, whose texts follow from which field is which column. None is an upsert: the triggers of these
 * tables write INSERT OR IGNORE, and DO UPDATE would make that fail where there is something to ignore.
 */

/** A statement that writes a line, and which of valuesOf it takes in which order. */
export interface LineWrite {
  readonly sql: string;
  readonly order: readonly number[];
}

/** The values of valuesOf as a statement wants them. */
export function valuesFor({ order }: LineWrite, values: readonly SqlValue[]): SqlValue[] {
  return order.map((index) => values[index] ?? null);
}

function sqlOf<T>(make: (kind: RecordKind) => T): Readonly<Record<RecordKind, T>> {
  return Object.fromEntries(recordKinds.map((kind) => [kind, make(kind)])) as Record<RecordKind, T>;
}

const waiting = 'provisional_event_id';

function insertOf(kind: RecordKind): LineWrite {
  const { table, columns } = recordTables[kind];
  const marks = columns.map(() => '?').join(', ');
  return {
    sql: `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks})`,
    order: [...columns.keys()],
  };
}

/** Of each kind: a new line; the same unless its id is there. */
export const inserts = sqlOf(insertOf);
export const adds = sqlOf((kind): LineWrite => {
  const { sql, order } = insertOf(kind);
  return { sql: `${sql} ON CONFLICT (${recordTables[kind].idColumn}) DO NOTHING`, order };
});

/** Changes the line with the record's id, but for the columns that must be as they are (`same`) for it to be changed. */
function changeOf(kind: RecordKind, same: readonly string[] = []): LineWrite {
  const { table, idColumn, columns } = recordTables[kind];
  const changed = columns.filter((column) => column !== idColumn && !same.includes(column));
  // A plus sign keeps SQLite from looking for the line by one of these.
  const isSame = same.map((column) => ` AND +${column} IS ?`).join('');
  return {
    sql: `UPDATE ${table} SET ${changed.map((column) => `${column} = ?`).join(', ')} WHERE ${idColumn} = ?${isSame}`,
    order: [...changed, idColumn, ...same].map((column) => columns.indexOf(column)),
  };
}

/** A newer version of the registry replaces a confirmed line, never a provisional one. */
function takeOf(kind: RecordKind, same?: readonly string[]): LineWrite {
  const { columns, canBeProvisional } = recordTables[kind];
  const { sql, order } = changeOf(kind, same);
  const guard = canBeProvisional ? ` AND ${waiting} IS NULL` : '';
  return { sql: `${sql} AND version < ?${guard}`, order: [...order, columns.indexOf('version')] };
}

/** Fields of a person that the search knows, or with an index or a trigger of their own: most changes leave them, and half the pages to write. */
const keysOfPerson = [
  ...['citizenId', 'name', 'bornOn', 'fatherId', 'motherId', 'spouseId', 'formerCitizenIds'],
  ...['namePinyin', 'sex', 'status'],
];

/** Takes a person whose keys are as they were. */
export const takesDetails = takeOf('person', keysOfPerson.map(columnOf));

/** Of each kind: the line changed, whatever it was; and as the registry has it, the first that changes something. */
export const changes = sqlOf((kind) => changeOf(kind));
export const takes = sqlOf((kind): readonly LineWrite[] =>
  kind === 'person' ? [takesDetails, takeOf(kind)] : [takeOf(kind)],
);

/** The line with an id. */
export const reads = sqlOf(
  (kind) => `SELECT * FROM ${recordTables[kind].table} WHERE ${recordTables[kind].idColumn} = ?`,
);

/** Keeps what an event made of the line with an id, which is still as it was before; nothing where that is no confirmed line. */
export const keeps = sqlOf((kind) => {
  const { table, idColumn, canBeProvisional } = recordTables[kind];
  const guard = canBeProvisional ? ` AND ${waiting} IS NULL` : '';
  return `INSERT INTO record_history (kind, record_id, event_id, version, before, after)
    SELECT '${kind}', ?, ?, ?, ${sqlDataOf(kind)}, ? FROM ${table} WHERE ${idColumn} = ?${guard}
    ON CONFLICT DO UPDATE SET version = excluded.version`;
});

/** What the line with an id says, as JSON (null: it waits for the registry). */
export const dataReads = sqlOf((kind) => {
  const { table, idColumn, canBeProvisional } = recordTables[kind];
  const isWaiting = canBeProvisional ? `${waiting} IS NOT NULL` : '0';
  return `SELECT ${isWaiting} AS isWaiting, iif(${isWaiting}, NULL, ${sqlDataOf(kind)}) AS data FROM ${table} WHERE ${idColumn} = ?`;
});
