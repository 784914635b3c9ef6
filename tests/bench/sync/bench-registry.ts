import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { migrate } from '../../../registry/store/migrate.ts';
import { openPostgres } from '../../../registry/store/postgres.ts';
import { fillWithTown } from '../../../registry/town.ts';
import { Person } from '../../../shared/domain/records.ts';
import { makeTown } from '../../../shared/town/town.ts';
import { type PostgresServer, startPostgres } from '../../fixtures/postgres.ts';
import { registryMigrations } from '../../fixtures/registry-backends.ts';
import { TestDevice } from '../../fixtures/registry-device.ts';
import { PushWork } from './push-work.ts';
import { type RegistryHost, startRegistryHost } from './registry-host.ts';

const stationLimit = 8;
const peopleOfAStation = 400;
const stationCodeOf = 'bench-code-of-a-station';
export const cityCode = 'bench-code-of-the-city';

/** A registry with a made-up city in it, a second database with the same rows, and computers of its stations. */
export interface BenchRegistry {
  readonly host: RegistryHost;
  readonly databaseUrl: string;
  readonly bareDatabaseUrl: string;
  readonly stationCode: string;
  /** Folder from which ready copies are offered; empty at first. */
  readonly copies: string;
  readonly work: readonly PushWork[];
  readonly fillSeconds: number;
  stop(): Promise<void>;
}

async function listStations(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ code: string }>(
    `SELECT station_code AS code, count(*) FROM records WHERE kind = 'household' GROUP BY station_code ORDER BY count(*) DESC LIMIT $1`,
    [stationLimit],
  );
  const codes = rows.map(({ code }) => code);
  return Array.from({ length: stationLimit }, (_, index) => codes[index % codes.length] ?? '');
}

async function listPeople(client: pg.Client, stationCode: string, from: number): Promise<Person[]> {
  const { rows } = await client.query<{ data: unknown }>(
    `SELECT person.data FROM records AS place JOIN records AS person ON person.kind = 'person' AND person.record_id = place.person_id
     WHERE place.kind = 'membership' AND place.station_code = $1 AND place.claim IS NOT NULL ORDER BY place.record_id OFFSET $2 LIMIT $3`,
    [stationCode, from, peopleOfAStation],
  );
  return rows.map(({ data }) => Person.parse(data));
}

async function fill(databaseUrl: string, persons: number): Promise<number> {
  const startedAt = performance.now();
  const database = openPostgres(databaseUrl);
  await migrate(database, registryMigrations);
  await fillWithTown(database, makeTown({ persons, seed: 'bench' }));
  // As the server does by itself. Not the tables that are empty: told so, it would plan for empty ones until it looks again, a minute later.
  await database.script('VACUUM ANALYZE records');
  await database.close();
  return (performance.now() - startedAt) / 1000;
}

/** Enrols a computer of each of eight stations (of one station again, where the town has no more), each with people of its own. */
async function enrolStations(databaseUrl: string): Promise<PushWork[]> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const stations = await listStations(client);
  const host = await startRegistryHost(databaseUrl, [
    ...[...new Set(stations)].map((code) => `${stationCodeOf}-${code}:${code}`),
    `${cityCode}:${stations[0] ?? ''}:city`,
  ]);
  const work: PushWork[] = [];
  for (const [index, code] of stations.entries()) {
    const device = await TestDevice.enrol(host.url, code, `${stationCodeOf}-${code}`);
    const before = stations.slice(0, index).filter((other) => other === code).length;
    work.push(new PushWork(device, await listPeople(client, code, before * peopleOfAStation)));
  }
  await host.stop();
  await client.end();
  return work;
}

/** Makes all this on a PostgreSQL server of its own; `persons` in the city. */
export async function startBenchRegistry(persons: number): Promise<BenchRegistry> {
  const postgres: PostgresServer = await startPostgres();
  const databaseUrl = await postgres.makeDatabase();
  const fillSeconds = await fill(databaseUrl, persons);
  const work = await enrolStations(databaseUrl);
  const bareDatabaseUrl = await copyDatabase(databaseUrl);
  const stationCode = work[0]?.device.stationCode ?? '';
  const copies = mkdtempSync(join(tmpdir(), 'luohu-bench-copies-'));
  const host = await startRegistryHost(databaseUrl, [`${cityCode}:${stationCode}:city`], copies);
  for (const { device } of work) Object.assign(device, { url: host.url });
  return {
    ...{ host, databaseUrl, bareDatabaseUrl, stationCode, copies, work, fillSeconds },
    stop: async () => {
      await host.stop();
      postgres.stop();
      rmSync(copies, { recursive: true });
    },
  };
}

async function copyDatabase(databaseUrl: string): Promise<string> {
  const url = new URL(databaseUrl);
  const name = url.pathname.slice(1);
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query(`CREATE DATABASE bare TEMPLATE ${name}`);
  await client.end();
  url.pathname = '/bare';
  return url.href;
}
