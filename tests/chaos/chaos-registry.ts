import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import pg from 'pg';
import { makeServer } from '../../registry/server.ts';
import type { RegistryDatabase } from '../../registry/store/database.ts';
import { putEnrolmentCode } from '../../registry/store/devices.ts';
import { migrate } from '../../registry/store/migrate.ts';
import { openPglite } from '../../registry/store/pglite.ts';
import { openPostgres } from '../../registry/store/postgres.ts';
import { fillWithTown } from '../../registry/town.ts';
import { hasPostgres, startPostgres } from '../fixtures/postgres.ts';
import { CrashingDatabase } from './crashing-database.ts';
import { makeSmallTown, townStations } from './small-town.ts';

const migrations = join(import.meta.dirname, '..', '..', 'registry', 'migrations');

/** A request as it lies on the wire. */
export interface WireRequest {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface WireAnswer {
  readonly status: number;
  readonly body: string;
}

/** By which counters of a station enrol; with `city` they read the whole register. */
export const codeOf = (stationCode: string, scope: 'station' | 'city'): string => `code-${scope}-${stationCode}`;

/** The tables as they are when a schedule begins are kept in a schema of their own. */
const listTables = `SELECT c.relname AS name, string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS columns
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition AND c.relname <> 'migrations'
  GROUP BY c.relname`;

/** Where Linux keeps files that need no disk. */
const inMemory = '/dev/shm';

/** The same database by the server's own socket, which takes half the work of one of the network. */
async function socketOf(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query('SHOW unix_socket_directories');
  await client.end();
  const { username, port, pathname } = new URL(url);
  return `postgres://${username}@${pathname}?host=${encodeURIComponent(rows[0].unix_socket_directories)}&port=${port}`;
}

/** The real registry, asked without sockets, that can crash, restart and begin anew. */
export class ChaosRegistry {
  readonly database: RegistryDatabase;
  readonly #stopServer: () => void;
  #process: CrashingDatabase;
  #app: FastifyInstance;
  #reset = '';
  nowMs = 0;

  private constructor(database: RegistryDatabase, stopServer: () => void) {
    this.database = database;
    this.#stopServer = stopServer;
    this.#process = new CrashingDatabase(database);
    this.#app = makeServer(this.#process, () => new Date(this.nowMs));
  }

  /** PostgreSQL where this computer has it, as fast as it goes: no power is cut under it here. */
  static async open(): Promise<ChaosRegistry> {
    if (!hasPostgres) return ChaosRegistry.#begin(await openPglite(null), () => {});
    const server = await startPostgres({ isDurable: false, parent: existsSync(inMemory) ? inMemory : tmpdir() });
    const url = await socketOf(await server.makeDatabase());
    const database = openPostgres(url);
    for (const setting of ['synchronous_commit', 'full_page_writes'])
      await database.script(`ALTER SYSTEM SET ${setting} = off`);
    await database.script('SELECT pg_reload_conf()');
    return ChaosRegistry.#begin(database, () => server.stop());
  }

  static async #begin(database: RegistryDatabase, stopServer: () => void): Promise<ChaosRegistry> {
    await migrate(database, migrations);
    await fillWithTown(database, makeSmallTown());
    for (const stationCode of townStations)
      for (const scope of ['station', 'city'] as const)
        await putEnrolmentCode(database, { code: codeOf(stationCode, scope), stationCode, scope, usesLeft: 1_000_000 });
    return new ChaosRegistry(database, stopServer);
  }

  /** Every schedule begins with what is there now. */
  async keepAsBeginning(): Promise<void> {
    const tables = await this.database.query<{ name: string; columns: string }>(listTables);
    await this.database.script('CREATE SCHEMA beginning');
    for (const { name } of tables) await this.database.script(`CREATE TABLE beginning.${name} AS TABLE public.${name}`);
    const deletes = tables.map(({ name }) => `DELETE FROM public.${name}`);
    const fills = tables.map(
      ({ name, columns }) => `INSERT INTO public.${name} (${columns}) SELECT ${columns} FROM beginning.${name}`,
    );
    // Most tables are small or empty: taking their lines out is far less work than giving each of them and of their indexes a new file.
    const freely = 'SET LOCAL session_replication_role = replica';
    this.#reset = ['BEGIN', freely, ...deletes, ...fills, 'COMMIT'].join(';\n');
  }

  async beginAnew(nowMs: number): Promise<void> {
    this.nowMs = nowMs;
    await this.database.script(this.#reset);
    this.restart();
  }

  get isDown(): boolean {
    return this.#process.isDown;
  }

  crashAfter(statements: number): void {
    this.#process.crashAfter(statements);
  }

  /** A new process on the same database, where the old one is gone or about to go. */
  mend(): void {
    if (!this.#process.isWell) this.restart();
  }

  /** A new process on the same database. */
  restart(): void {
    this.#process = new CrashingDatabase(this.database);
    this.#app = makeServer(this.#process, () => new Date(this.nowMs));
  }

  /** Null: no answer came, because the process is down or died over the request. */
  async answer({ method, path, headers, body }: WireRequest): Promise<WireAnswer | null> {
    if (this.#process.isDown) return null;
    const process = this.#process;
    const answer = await this.#app.inject({ method, url: path, headers, ...(body === '' ? {} : { payload: body }) });
    return process.isDown ? null : { status: answer.statusCode, body: answer.body };
  }

  async close(): Promise<void> {
    await this.database.close();
    this.#stopServer();
  }
}
