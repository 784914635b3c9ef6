import pg from 'pg';
import {
  isolationOf,
  type Queryable,
  type RegistryDatabase,
  type Statement,
  type TransactionMode,
} from './database.ts';
import { binaryTextArray } from './text-array.ts';

const connectionLimit = 8;
const connectLimitMs = 10_000;
const statementLimitMs = 60_000;

/** A server that restarts breaks connections, idle or at work; whoever waits is told by its own query, and the pool opens new ones. */
const shrug = () => {};

const statementNames = new Map<string, string>();

/** A statement is planned once a connection under its name: planning costs more than running it. Only for constants of the program. */
function nameOf(sql: string): string {
  const known = statementNames.get(sql);
  if (known !== undefined) return known;
  const name = `luohu_${statementNames.size}`;
  statementNames.set(sql, name);
  return name;
}

/**
 * Keeps what is asked for until the end of this turn of the program and sends it in one piece: each piece sent wakes the server's process
 * once, which takes longer than most statements.
 */
function sendTogether(client: pg.PoolClient): void {
  if (!(client instanceof pg.Client)) return;
  const { stream } = client.connection;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

function sentValue(value: unknown): unknown {
  return Array.isArray(value) ? binaryTextArray(value) : value;
}

/** What is asked for here is answered once `begun`, the beginning of the transaction, is known to be good. */
function queryableOf(source: pg.Pool | pg.PoolClient, begun?: Promise<unknown>): Queryable {
  return {
    query: async <Row extends object>(text: string, values: readonly unknown[] = []) => {
      const { rows } = await source.query<Row>({ name: nameOf(text), text, values: values.map(sentValue) });
      await begun;
      return rows;
    },
    script: async (sql) => {
      await source.query(sql);
      await begun;
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
    sendTogether(client);
    const begun = client.query(`BEGIN ${isolationOf[mode]}`);
    begun.catch(shrug);
    const last: Statement[] = [];
    const result = await work({ ...queryableOf(client, begun), keepForEnd: (statements) => last.push(...statements) });
    await begun;
    await commit(client, last);
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

/** A transaction in which a statement failed is not committed, whatever is asked for behind it. */
async function commit(client: pg.PoolClient, last: readonly Statement[]): Promise<void> {
  sendTogether(client);
  const { query } = queryableOf(client);
  await Promise.all([...last.map(({ sql, values }) => query(sql, values)), client.query('COMMIT')]);
}
