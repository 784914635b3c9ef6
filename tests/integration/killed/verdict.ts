import { openDatabase } from '../../../electron/station/store/database.ts';
import { openDevice } from '../../../electron/station/sync/device.ts';
import { makeServer } from '../../../registry/server.ts';
import { openPostgres } from '../../../registry/store/postgres.ts';
import { Ledger } from '../../chaos/ledger.ts';
import { findFaults, type OracleRegistry, type OracleStation } from '../../chaos/oracles.ts';
import { listOwnEventIds } from '../../chaos/station-facts.ts';
import { stationMigrations } from '../../fixtures/station-copy.ts';
import type { Clerks } from './clerk.ts';
import type { KilledCounter } from './counter.ts';

/** The registry's database behind a server that nobody kills, as the oracles ask it. */
function openOracleRegistry(url: string): OracleRegistry & { close(): Promise<void> } {
  const database = openPostgres(url);
  const app = makeServer(database, () => new Date());
  return {
    database,
    nowMs: Date.now(),
    close: () => database.close(),
    answer: async ({ method, path, headers, body }) => {
      const payload = body === '' ? {} : { payload: body };
      const answer = await app.inject({ method, url: path, headers, ...payload });
      return { status: answer.statusCode, body: answer.body };
    },
  };
}

function openStation({ file, place }: KilledCounter): OracleStation {
  const database = openDatabase(file, stationMigrations);
  return { database, place, sync: { deviceId: openDevice(database).deviceId }, isForgetful: false };
}

/** What a clerk was told is registered has an event, and the registry has decided it; the event's chain is compared elsewhere. */
function findUnkept({ place, database }: OracleStation, told: readonly string[]): string[] {
  const sql = `SELECT state FROM events WHERE body ->> '$.caseId' = ? AND body ->> '$.kind' <> 'conflict.settled'`;
  const find = database.prepare<[string], { state: string }>(sql);
  return told.flatMap((caseId) => {
    const states = find.all(caseId).map(({ state }) => state);
    const isKept = states.length === 1 && states[0] !== 'provisional';
    return isKept ? [] : [`${place.name}: case ${caseId} was registered, and is ${states.join(', ') || 'lost'}`];
  });
}

function findDamage({ place, database }: OracleStation): string[] {
  const said = database.pragma('integrity_check', { simple: true });
  const foreign = database.pragma('foreign_key_check') as unknown[];
  return said === 'ok' && foreign.length === 0 ? [] : [`${place.name}: ${said}, ${foreign.length} loose ends`];
}

/** What came of it: what is wrong, and what the registry decided. */
export interface Verdict {
  readonly faults: readonly string[];
  readonly counts: Readonly<Record<string, number>>;
}

/** Looks through the files of both counters and the registry's database, all of them at rest. */
export async function judge(
  url: string,
  counters: readonly KilledCounter[],
  clerks: readonly Clerks[],
): Promise<Verdict> {
  const registry = openOracleRegistry(url);
  const stations = counters.map(openStation);
  try {
    const ledger = new Ledger();
    for (const station of stations)
      for (const eventId of listOwnEventIds(station.database)) ledger.commit(station, eventId);
    const faults = [
      ...stations.flatMap((station) => findDamage(station)),
      ...stations.flatMap((station, index) => findUnkept(station, clerks[index]?.told ?? [])),
      ...(await findFaults(registry, stations, ledger)),
    ];
    return { faults, counts: ledger.counts };
  } finally {
    for (const { database } of stations) database.close();
    await registry.close();
  }
}
