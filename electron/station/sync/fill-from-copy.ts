import Sqlite from 'better-sqlite3';
import { type Answer, done, fail } from '../../../shared/contract/errors.ts';
import type { ReadyCopy } from '../../../shared/contract/registry-copies.ts';
import { copyLines, copySchemaOf, copyTables, listDefinitions, listForeignObjects } from '../store/copy-tables.ts';
import type { Database } from '../store/database.ts';
import { findLastEvent } from '../store/events.ts';
import { recordTables } from '../store/record-columns.ts';
import { fetchCopy, removeCopies } from './fetch-copy.ts';
import { type Between, beginFill, betweenOf, type FillOptions, finishFill, makeIndexes } from './fill.ts';
import { FillBroken } from './fill-broken.ts';
import { stepsInSlices } from './in-slices.ts';
import type { RegistryClient } from './registry-client.ts';

type Client = Pick<RegistryClient, 'offeredCopies' | 'copyBytes'>;

/** So many lines take a few milliseconds. */
const linesAtAStep = 500;
/** A copy that far behind, in events for each record, takes longer to bring up to date than a new one takes to fill. */
const eventsARecord = 0.05;

const recordsOf = ({ counts }: ReadyCopy) => Object.values(counts).reduce((sum, count) => sum + count, 0);

/**
 * Fills the copy from a ready one, if the registry offers one of this program's own tables that is new enough. Null: it does not, or this computer
 * registered something itself, or what came is no such copy or does not fit on the disk; the snapshot is there for these. Killed or cut off it goes on where it was.
 */
export async function fillFromCopy(
  database: Database,
  client: Client,
  options: FillOptions,
): Promise<Answer<null> | null> {
  if (database.memory || findLastEvent(database) !== null) return null;
  const offered = await client.offeredCopies();
  if (!offered.ok) return offered.error.code === 'REGISTRY_OFFLINE' ? offered : null;
  const { copies, head } = offered.value;
  const schema = copySchemaOf(database);
  const copy = copies.find((each) => each.schema === schema && head - each.cursor <= recordsOf(each) * eventsARecord);
  if (!copy) return null;
  try {
    const taken = await take(database, client, { copy, options });
    return taken.ok || taken.error.code === 'REGISTRY_OFFLINE' ? taken : null;
  } catch (error) {
    if (error instanceof FillBroken) return { ok: false, error: error.failure };
    if (!isDiskFull(error)) throw error;
    removeCopies(database.name);
    return null;
  }
}

/** The snapshot needs less room: nothing of it lies beside the database. */
function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'SQLITE_FULL');
}

async function take(
  database: Database,
  client: Client,
  { copy, options }: { readonly copy: ReadyCopy; readonly options: FillOptions },
): Promise<Answer<null>> {
  const records = recordsOf(copy);
  const between = betweenOf(records * 2, options);
  const heard = (bytes: number) => between.advance((bytes / copy.bytes) * records);
  const fetched = await fetchCopy(database.name, client, { copy, heard });
  if (!fetched.ok) return fetched;
  const indexes = beginFill(database);
  const isTaken = await unlessNoCopy(async () => {
    if (!(await copyAll(database, fetched.value, { copy, between }))) return false;
    await makeIndexes(database, indexes, between);
    return true;
  });
  if (isTaken) finishFill(database, { ...copy, serverTime: copy.madeAt });
  removeCopies(database.name);
  return isTaken ? done(null) : fail('REGISTRY_NONSENSE');
}

/** False as well when the file is no database, or when what it holds contradicts itself. */
async function unlessNoCopy(act: () => Promise<boolean>): Promise<boolean> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Sqlite.SqliteError && /SQLITE_(NOTADB|CORRUPT|CONSTRAINT)/.test(error.code)) return false;
    throw error;
  }
}

interface Taking {
  readonly copy: ReadyCopy;
  readonly between: Between;
}

/**
 * Takes all lines over, by a connection of its own: the tables behind the full-text search are written as they are, which SQLite allows a
 * connection only by its word, and of which the search of the other connection learns because it was another one. False: it is no such copy.
 */
async function copyAll(database: Database, file: string, taking: Taking): Promise<boolean> {
  const writer = new Sqlite(database.name);
  try {
    writer.unsafeMode(true).pragma('trusted_schema = OFF');
    writer.pragma('cache_size = -32768');
    writer.prepare('ATTACH ? AS ready').run(file);
    if (!isWhole(writer, taking.copy)) return false;
    await copyTablesOver(writer, taking.between);
    return true;
  } finally {
    writer.close();
  }
}

/** The very tables, nothing else that could act by itself, and as many records as were promised. */
function isWhole(writer: Database, { counts }: ReadyCopy): boolean {
  const [own, ready] = [listDefinitions(writer), listDefinitions(writer, 'ready')];
  if (JSON.stringify(own) !== JSON.stringify(ready) || listForeignObjects(writer, 'ready').length > 0) return false;
  return Object.values(recordTables).every(({ kind, table }) => {
    const count = writer.prepare<[], number>(`SELECT count(*) FROM ready.${table}`).pluck().get();
    return count === (counts[kind] ?? 0);
  });
}

async function copyTablesOver(writer: Database, { advance, pause }: Between): Promise<void> {
  const registerTables = new Set(Object.values(recordTables).map(({ table }) => table));
  for (const table of copyTables) {
    const told = registerTables.has(table) ? advance : () => advance(0);
    writer.exec(`DELETE FROM main.${table}`);
    const steps = copyLines(writer, { from: 'ready', to: 'main', table, linesAtAStep });
    await stepsInSlices(writer, steps, told, pause);
  }
}
