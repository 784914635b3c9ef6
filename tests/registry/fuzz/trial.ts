import { createHash } from 'node:crypto';
import { request } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createConnection } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { makeServer } from '../../../registry/server.ts';
import type { RegistryDatabase } from '../../../registry/store/database.ts';
import { putEnrolmentCode } from '../../../registry/store/devices.ts';
import { migrate } from '../../../registry/store/migrate.ts';
import { openPglite } from '../../../registry/store/pglite.ts';
import { openPostgres } from '../../../registry/store/postgres.ts';
import { fillWithTown } from '../../../registry/town.ts';
import { RegistryError } from '../../../shared/contract/registry.ts';
import type { VersionedRecord } from '../../../shared/domain/register-records.ts';
import { makeSharedDatabase } from '../../fixtures/postgres.ts';
import { stationA, stationB } from '../../fixtures/register-records.ts';
import { registryMigrations } from '../../fixtures/registry-backends.ts';
import { type Forgery, TestDevice } from '../../fixtures/registry-device.ts';

/** What was answered, as it came. */
export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** What is sent, signed by a device or by none. */
export interface Attempt {
  readonly method: string;
  readonly path: string;
  readonly body?: Buffer | string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly by?: TestDevice;
  readonly forgery?: Forgery;
}

/** What a fault lets out: a trace, a statement, a folder, a driver. */
const secrets = /node_modules|\bat \S+ \(|\.ts:\d|\.js:\d|\bSELECT\b|\bINSERT\b|\bUPDATE\b|postgres|pglite|Error:/i;

const officeCode = '220403000000';

/** A registry whose tables the test can look into, with a counter of two stations and an office. */
export class FuzzTrial {
  readonly database: RegistryDatabase;
  readonly url: string;
  readonly a: TestDevice;
  readonly b: TestDevice;
  readonly office: TestDevice;
  readonly #app: FastifyInstance;

  private constructor(parts: Pick<FuzzTrial, 'database' | 'url' | 'a' | 'b' | 'office'>, app: FastifyInstance) {
    this.database = parts.database;
    this.url = parts.url;
    this.a = parts.a;
    this.b = parts.b;
    this.office = parts.office;
    this.#app = app;
  }

  static async start(records: readonly VersionedRecord[]): Promise<FuzzTrial> {
    const url = await makeSharedDatabase();
    const database = url === null ? await openPglite(null) : openPostgres(url);
    await migrate(database, registryMigrations);
    await fillWithTown(database, records);
    const station = { scope: 'station', usesLeft: 1000 } as const;
    await putEnrolmentCode(database, { ...station, code: 'fuzz-a', stationCode: stationA });
    await putEnrolmentCode(database, { ...station, code: 'fuzz-b', stationCode: stationB });
    const office = { scope: 'office', office: officeCode, usesLeft: 9 } as const;
    await putEnrolmentCode(database, { ...office, code: 'fuzz-office', stationCode: officeCode });
    const app = makeServer(database, () => new Date());
    await app.listen({ host: '127.0.0.1', port: 0 });
    const at = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
    const devices = {
      a: await TestDevice.enrol(at, stationA, 'fuzz-a'),
      b: await TestDevice.enrol(at, stationB, 'fuzz-b'),
      office: await TestDevice.enrol(at, officeCode, 'fuzz-office'),
    };
    return new FuzzTrial({ database, url: at, ...devices }, app);
  }

  async stop(): Promise<void> {
    this.#app.server.closeAllConnections();
    await this.#app.close();
    await this.database.close();
  }

  /** Every table but the numbers of requests, which a request properly signed uses up even when it is refused; with a hash of all its rows. */
  async dump(): Promise<Record<string, string>> {
    const tables = await this.database.query<{ name: string }>(
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'jtis' ORDER BY 1",
    );
    const dumped: Record<string, string> = {};
    for (const { name } of tables) {
      const sql = `SELECT count(*) || ' ' || coalesce(md5(string_agg(row::text, '|' ORDER BY row::text)), '') AS rows FROM ${name} AS row`;
      const [found] = await this.database.query<{ rows: string }>(sql);
      dumped[name] = found?.rows ?? '';
    }
    return dumped;
  }

  async send({ method, path, body = '', headers = {}, by, forgery = {} }: Attempt): Promise<Answer> {
    const bytes = Buffer.from(body);
    const bodySha256 = createHash('sha256').update(bytes).digest('hex');
    const proof = { bodySha256, ...forgery.proof };
    const authorization =
      by && (forgery.authorization ?? (await by.authorization(method, path, '', { ...forgery, proof })));
    const signed = authorization === undefined ? {} : { authorization };
    const typed =
      bytes.length > 0 ? { 'content-type': 'application/json', 'content-length': String(bytes.length) } : {};
    return new Promise((resolve, reject) => {
      const asked = request(
        { ...this.#where(), method, path, headers: { ...typed, ...signed, ...headers } },
        (answer) => {
          const chunks: Buffer[] = [];
          answer.on('data', (chunk: Buffer) => chunks.push(chunk));
          answer.once('error', reject);
          answer.once('end', () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(chunks).toString() }));
        },
      );
      asked.once('error', reject);
      asked.end(bytes);
    });
  }

  #where(): { host: string; port: number } {
    const { hostname, port } = new URL(this.url);
    return { host: hostname, port: Number(port) };
  }

  /** Writes these pieces to a socket of its own, some time apart, and answers everything that came until the server closed or nothing came for `waitMs`. */
  async raw(pieces: readonly (string | Buffer)[], { gapMs = 0, waitMs = 300, isHalf = false } = {}): Promise<string> {
    const socket = createConnection(this.#where());
    let text = '';
    let cameAt = Date.now();
    const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()).once('error', () => resolve()));
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1');
      cameAt = Date.now();
    });
    for (const piece of pieces) {
      if (socket.destroyed) break;
      socket.write(piece);
      if (gapMs > 0) await pause(gapMs);
    }
    if (isHalf) socket.destroy();
    cameAt = Math.max(cameAt, Date.now());
    const silence = (async () => {
      while (Date.now() - cameAt < waitMs && !socket.destroyed) await pause(20);
    })();
    await Promise.race([closed, silence]);
    socket.destroy();
    return text;
  }

  /** How long the registry takes to say that it is well. @throws when it does not */
  async healthMs(): Promise<number> {
    const begunAt = performance.now();
    const { status } = await this.send({ method: 'GET', path: '/v1/health' });
    if (status !== 200) throw new Error(`health: ${status}`);
    return performance.now() - begunAt;
  }
}

export function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/**
 * The code of a refusal that is one: a status 4xx, a code of the closed list, and nothing of the program's inside.
 * @throws when it is none
 */
export function codeOf({ status, text }: Answer): string {
  if (status < 400 || status > 499) throw new Error(`answered with ${status}: ${text.slice(0, 300)}`);
  if (secrets.test(text)) throw new Error(`tells of its inside: ${text.slice(0, 300)}`);
  return RegistryError.parse(JSON.parse(text)).code;
}
