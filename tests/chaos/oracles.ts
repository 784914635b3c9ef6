import { findBrokenAuditLine } from '../../electron/station/store/audit-lines.ts';
import { openDevice } from '../../electron/station/sync/device.ts';
import { RegistryClient } from '../../electron/station/sync/registry-client.ts';
import type { Sync } from '../../electron/station/sync/sync-loop.ts';
import { readLines, snapshotKinds } from '../../registry/store/snapshot.ts';
import { canonicalJson } from '../../shared/domain/canonical-json.ts';
import { RegisterEvent } from '../../shared/domain/events.ts';
import { VersionedRecord } from '../../shared/domain/register-records.ts';
import { hashOf } from '../fixtures/registry-device.ts';
import type { ChaosRegistry } from './chaos-registry.ts';
import type { ChaosStation, CounterPlace } from './chaos-station.ts';
import type { Ledger } from './ledger.ts';
import { makeSmallTown } from './small-town.ts';
import {
  type ChainLine,
  countUnsettled,
  listChain,
  listOwnEventIds,
  listRecordLines,
  listUntold,
  listWrongCases,
} from './station-facts.ts';

/** What is asked of a registry here. */
export type OracleRegistry = Pick<ChaosRegistry, 'database' | 'answer' | 'nowMs'>;

/** What is asked of a counter here. */
export type OracleStation = Pick<ChaosStation, 'database' | 'place' | 'isForgetful'> & {
  readonly sync: Pick<Sync, 'deviceId'>;
};

function firstDifference(mine: readonly string[], theirs: readonly string[]): string | null {
  const [own, other] = [new Set(mine), new Set(theirs)];
  const surplus = mine.find((line) => !other.has(line));
  const missing = theirs.find((line) => !own.has(line));
  return surplus || missing ? `has ${surplus ?? '-'}; the registry has ${missing ?? '-'}` : null;
}

/** What the registry lets such a counter read, as canonical text, a record a line. */
async function readable(registry: OracleRegistry, { stationCode, scope }: Reader): Promise<string[]> {
  const reader = { stationCode, scope };
  const pages = await Promise.all(
    snapshotKinds.map((kind) => readLines(registry.database, reader, { kind, after: '', limit: 100_000 })),
  );
  return pages.flatMap((page) => page?.lines.split('\n') ?? []).map((line) => canonicalLine(line));
}

type Reader = Pick<CounterPlace, 'stationCode' | 'scope'>;

const keptLines = new Map<string, string>();

/** Most records are the same in every schedule. */
function canonicalLine(line: string): string {
  const kept = keptLines.get(line);
  if (kept !== undefined) return kept;
  const made = canonicalJson(VersionedRecord.parse(JSON.parse(line)));
  if (keptLines.size > 20_000) keptLines.clear();
  keptLines.set(line, made);
  return made;
}

interface RegistryLine extends ChainLine {
  readonly deviceId: string;
}

function listDecided(registry: OracleRegistry): Promise<RegistryLine[]> {
  return registry.database.query<RegistryLine>(
    `SELECT event_id AS "eventId", device_id AS "deviceId", seq::float8 AS seq, hash, body, outcome FROM events ORDER BY device_id, seq`,
  );
}

function findChainFault(lines: readonly ChainLine[]): string | null {
  let before = { seq: 0, hash: '0'.repeat(64) };
  for (const { seq, hash, body } of lines) {
    const { hash: own, ...unhashed } = JSON.parse(body);
    const isWhole = seq === before.seq + 1 && unhashed.seq === seq && unhashed.prevHash === before.hash;
    if (!isWhole || own !== hash || hashOf(unhashed) !== hash) return `the chain breaks at ${seq}`;
    before = { seq, hash };
  }
  return null;
}

/** Every confirmed event did what it says, once: done again in the order of the feed they give the same register to the byte. */
async function findReplayFault(registry: OracleRegistry, decided: readonly RegistryLine[]): Promise<string | null> {
  const told = await registry.database.query<{ eventId: string }>(
    'SELECT event_id AS "eventId" FROM feed WHERE event_id IS NOT NULL GROUP BY event_id, seq ORDER BY seq',
  );
  const confirmed = new Map(
    decided.filter(({ outcome }) => outcome === 'confirmed').map((line) => [line.eventId, line]),
  );
  const changing = [...confirmed.values()].filter(({ body }) => JSON.parse(body).effects.length > 0).length;
  if (told.length !== changing) return `${changing} events confirmed that change something, ${told.length} told`;
  const register = new Map(makeSmallTown().map((record) => [`${record.kind}:${record.id}`, record]));
  for (const { eventId } of told) {
    const line = confirmed.get(eventId);
    if (!line) return `${eventId} is told and not confirmed`;
    for (const { kind, id, basedOn, after } of RegisterEvent.parse(JSON.parse(line.body)).effects) {
      if ((register.get(`${kind}:${id}`)?.version ?? 0) !== basedOn) return `${eventId} is based on another version`;
      register.set(`${kind}:${id}`, VersionedRecord.parse({ kind, id, version: basedOn + 1, data: after }));
    }
  }
  const held = await readable(registry, { stationCode: '', scope: 'city' });
  const difference = firstDifference(
    [...register.values()].map((record) => canonicalLine(JSON.stringify(record))),
    held,
  );
  return difference && `replayed, the register ${difference}`;
}

function findStationFaults(station: OracleStation, truth: readonly string[], kept: readonly RegistryLine[]): string[] {
  const { database, sync, place } = station;
  const own = listChain(database);
  const keptOfDevice = kept.filter(({ deviceId }) => deviceId === sync.deviceId);
  const asText = ({ seq, eventId, hash, outcome }: ChainLine) => `${seq} ${eventId} ${hash} ${outcome}`;
  const copy = firstDifference(listRecordLines(database), truth);
  const chain = firstDifference(own.map(asText), keptOfDevice.map(asText));
  const brokenLine = findBrokenAuditLine(database);
  const count = (table: string) => Number(database.prepare(`SELECT count(*) FROM ${table}`).pluck().get());
  const faults = [
    copy && `the copy ${copy}`,
    chain && `the chain ${chain}`,
    findChainFault(own),
    findChainFault(keptOfDevice),
    brokenLine === null ? null : `the audit chain breaks at ${brokenLine}`,
    countUnsettled(database) === 0 ? null : `${countUnsettled(database)} records provisional or held`,
    count('search_persons') === count('persons') ? null : 'the search does not find everybody',
    listUntold(database)[0] ? `the history lacks ${listUntold(database)[0]}` : null,
    listWrongCases(database)[0] ? `case ${listWrongCases(database)[0]}` : null,
  ];
  return faults.flatMap((fault) => (fault ? [`${place.name}: ${fault}`] : []));
}

/** An event may be gone only with a file that was put back, and only if the registry never decided it. */
function findLost(ledger: Ledger, stations: readonly OracleStation[], decided: ReadonlySet<string>): string[] {
  const here = new Set(stations.flatMap(({ database }) => listOwnEventIds(database)));
  return ledger.committed
    .filter(({ eventId }) => !here.has(eventId) && (decided.has(eventId) || !ledger.isForgotten(eventId)))
    .map(({ eventId, stationName }) => `${stationName}: event ${eventId} is lost`);
}

/** No number twice, but for what an old copy gave before it heard of the registry again, and what went down with a file unheard of. */
function findDoubleNumbers(ledger: Ledger, stations: readonly OracleStation[]): string[] {
  const here = new Set(stations.flatMap(({ database }) => listOwnEventIds(database)));
  const seen = new Map<string, string>();
  return ledger.committed
    .filter(({ eventId, isForgetful }) => here.has(eventId) && !isForgetful)
    .flatMap(({ numbers, eventId }) =>
      numbers.flatMap(({ number, holder }) => {
        const first = seen.get(number) ?? holder;
        seen.set(number, holder);
        return first === holder ? [] : [`${number} was given twice: ${first}, ${holder} (${eventId})`];
      }),
    );
}

/** Everything one station ever sent is sent once more, and answered as before. */
async function findSecondEffect(registry: OracleRegistry, station: OracleStation): Promise<string | null> {
  const { database, place } = station;
  const client = new RegistryClient({
    url: 'http://registry.test',
    device: openDevice(database),
    clock: () => registry.nowMs,
    signal: new AbortController().signal,
    fetch: async (url, init) => {
      const { pathname, search } = new URL(String(url));
      const headers = Object.fromEntries(new Headers(init?.headers ?? {}).entries());
      const method = init?.method === 'POST' ? 'POST' : 'GET';
      const answer = await registry.answer({
        method,
        path: pathname + search,
        headers,
        body: String(init?.body ?? ''),
      });
      return new Response(answer?.body ?? '', { status: answer?.status ?? 500 });
    },
  });
  const sql = 'SELECT body, answer FROM events WHERE seq > 0 ORDER BY seq LIMIT 100';
  const sent = database.prepare<[], { body: string; answer: string }>(sql).all();
  if (sent.length === 0) return null;
  const again = await client.push(sent.map(({ body }) => JSON.parse(body)));
  const isSame =
    again.ok &&
    sent.every(({ answer }, index) => canonicalJson(again.value.outcomes[index]) === canonicalJson(JSON.parse(answer)));
  return isSame ? null : `${place.name}: the same events were answered otherwise: ${JSON.stringify(again)}`;
}

/** What is wrong after everybody has exchanged everything; empty: nothing. */
export async function findFaults(
  registry: OracleRegistry,
  stations: readonly OracleStation[],
  ledger: Ledger,
): Promise<string[]> {
  const first = stations[0];
  const repeated = first ? await findSecondEffect(registry, first) : null;
  const decided = await listDecided(registry);
  const faults: string[] = [];
  const truths = new Map<string, Promise<string[]>>();
  const truthOf = ({ stationCode, scope }: Reader) => {
    const key = scope === 'city' ? scope : stationCode;
    const truth = truths.get(key) ?? readable(registry, { stationCode, scope });
    truths.set(key, truth);
    return truth;
  };
  for (const station of stations) faults.push(...findStationFaults(station, await truthOf(station.place), decided));
  const replay = await findReplayFault(registry, decided);
  const decidedIds = new Set(decided.map(({ eventId }) => eventId));
  for (const { outcome } of decided) ledger.count(`answered ${outcome}`);
  return [
    ...faults,
    ...(repeated ? [repeated] : []),
    ...(replay ? [replay] : []),
    ...findLost(ledger, stations, decidedIds),
    ...findDoubleNumbers(ledger, stations),
  ];
}
