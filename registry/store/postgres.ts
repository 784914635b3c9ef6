import pg from 'pg';
import { isolationOf, type Queryable, type RegistryDatabase, type TransactionMode } from './database.ts';

const connectionLimit = 8;
const connectLimitMs = 10_000;
const statementLimitMs = 60_000;

const statementNames = new Map<string, string>();

/** A statement is planned once a connection under its name: planning costs more than running it. Only for constants of the program. */
function nameOf(sql: string): string {
  const known = statementNames.get(sql);
  if (known !== undefined) return known;
  const name = `luohu_${statementNames.size}`;
  statementNames.set(sql, name);
  return name;
}

function queryableOf(source: pg.Pool | pg.PoolClient): Queryable {
  return {
    query: async <Row extends object>(text: string, values: readonly unknown[] = []) =>
      (await source.query<Row>({ name: nameOf(text), text, values: [...values] })).rows,
    script: async (sql) => {
      await source.query(sql);
    },
  };
}

/** A PostgreSQL server (15 or newer) by its URL, or one schema on it. Connections are opened when first needed. */
export function openPostgres(url: string, schema: string | null = null): RegistryDatabase {
  const pool = new pg.Pool({
    connectionString: url,
    max: connectionLimit,
    connectionTimeoutMillis: connectLimitMs,
    statement_timeout: statementLimitMs,
    // Statements asked for at once are sent at once: one way to the server and back instead of one each.
    pipeline: true,
    // PostgreSQL compiles statements whose cost it guesses high, for 25 ms each time; ours over jsonb run in less than one.
    options: schema === null ? '-c jit=off' : `-c jit=off -c search_path=${schema}`,
  });
  // A server that restarts breaks connections, idle or at work; whoever waits is told by its own query, and the pool opens new ones.
  const shrug = () => {};
  pool.on('error', shrug);
  pool.on('connect', (client) => client.on('error', shrug));
  return {
    ...queryableOf(pool),
    transaction: (work, mode = 'write') => runTransaction(pool, work, mode),
    close: () => pool.end(),
  };
}

async function runTransaction<T>(
  pool: pg.Pool,
  work: (transaction: Queryable) => Promise<T>,
  mode: TransactionMode,
): Promise<T> {
  const client = await pool.connect();
  let isBroken = true;
  try {
    await client.query(`BEGIN; ${isolationOf[mode]}`);
    const result = await work(queryableOf(client));
    await client.query('COMMIT');
    isBroken = false;
    return result;
  } catch (error) {
    isBroken = await client.query('ROLLBACK').then(
      () => false,
      () => true,
    );
    throw error;
  } finally {
    client.release(isBroken);
  }
}
