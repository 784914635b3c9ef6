import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { StationCode } from '../../shared/domain/records.ts';
import type { TownRequest } from '../../shared/town/town.ts';
import { checkoutFolders } from '../station/folders.ts';
import { type CommandResult, calledWrongly } from './command.ts';
import { TownDatabase } from './town-database.ts';
import { TownSnapshot } from './town-snapshot.ts';

const usage = 'town make --persons N --seed S --out DIR [--station CODE]';
const options = {
  persons: { type: 'string' },
  seed: { type: 'string' },
  out: { type: 'string' },
  station: { type: 'string' },
} as const;

/** No town is larger: twice the city. */
const mostPersons = 2_400_000;

function readArguments(args: readonly string[]): { request: TownRequest; out: string } | null {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const persons = Number(values.persons);
    const isStation = values.station === undefined || StationCode.safeParse(values.station).success;
    if (positionals.join() !== 'make' || !values.seed || !values.out || !isStation) return null;
    if (!Number.isInteger(persons) || persons < 1 || persons > mostPersons) return null;
    return { request: { persons, seed: values.seed, stationCode: values.station }, out: values.out };
  } catch {
    return null;
  }
}

const seconds = (sinceMs: number): number => Math.round(performance.now() - sinceMs) / 1000;

/**
 * `town make`: a made-up town as `town.ndjson` (a snapshot; same seed, same bytes) and `station.db` (a filled working copy, ready
 * to search) in DIR; files of that name there are replaced. Answers counts, seconds and the snapshot's SHA-256.
 */
export async function townCommand(args: readonly string[]): Promise<CommandResult> {
  const asked = readArguments(args);
  if (!asked) return calledWrongly(usage);
  const { request, out } = asked;
  const startedAt = performance.now();
  mkdirSync(out, { recursive: true });
  const snapshot = new TownSnapshot(join(out, 'town.ndjson'), request);
  const { migrations } = checkoutFolders(join(import.meta.dirname, '..', '..'));
  const database = new TownDatabase(join(out, 'station.db'), migrations);
  for (const record of snapshot.write()) database.add(record);
  const written = seconds(startedAt);
  const findable = database.finish();
  return {
    exitCode: 0,
    output: {
      seed: request.seed,
      counts: snapshot.counts,
      findablePersons: findable,
      sha256: snapshot.sha256,
      bytes: snapshot.bytes,
      seconds: { records: written, total: seconds(startedAt) },
    },
  };
}
