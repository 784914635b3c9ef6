import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { errorWords } from '../../shared/contract/error-words.ts';
import { type Answer, done, ErrorCode, fail } from '../../shared/contract/errors.ts';
import type { ReadyCopy } from '../../shared/contract/registry-copies.ts';
import { StationCode } from '../../shared/domain/records.ts';
import { checkoutFolders } from '../station/folders.ts';
import { type Database, openDatabase } from '../station/store/database.ts';
import { findKeptDevice } from '../station/sync/device.ts';
import { createSync } from '../station/sync/sync-loop.ts';
import { findSyncSetting } from '../station/sync/sync-settings.ts';
import { type NotCopied, writeReadyCopy } from '../station/sync/write-copy.ts';
import { type CommandResult, calledWrongly } from './command.ts';
import { readCall } from './pack-files.ts';
import { openLine } from './registry-line.ts';

const usage = 'copy write --data DIR --out FOLDER --registry URL [--station CODE --enrol-code CODE]';
const folders = checkoutFolders(join(import.meta.dirname, '..', '..'));

const causes: Readonly<Record<NotCopied, string>> = {
  'not-whole': 'this computer holds no whole copy yet',
  'has-registered': 'this computer has registered something itself: keep a data folder for making copies alone',
};

const failed = (problem: string): CommandResult => ({ exitCode: 1, problems: [problem] });

interface Line {
  readonly url: string;
  readonly stationCode: string;
  readonly enrolCode: string;
}

/** Brings the database up to date and asks whose records these are, which the registry alone knows. */
async function follow(database: Database, { url, stationCode, enrolCode }: Line): Promise<Answer<ReadyCopy['scope']>> {
  const sync = createSync({
    ...{ db: database, registryUrl: url, stationCode, enrolCode, clock: Date.now },
    ...{ deviceName: 'ready-copies', onNews: () => {}, onConfirmed: () => {}, onConflict: () => {} },
  });
  const { cause } = await sync.now();
  await sync.stop();
  const device = findKeptDevice(database);
  if (cause !== null || device === null) return fail(ErrorCode.catch('REGISTRY_OFFLINE').parse(cause));
  const client = openLine(url, device);
  await client.greet();
  const offered = await client.offeredCopies();
  return offered.ok ? done(offered.value.scope) : offered;
}

/**
 * `copy write`: follows the registry with a data folder of its own and writes a ready copy of what it holds into a folder, from which
 * `registry serve --copies` offers it to computers that are filled for the first time. To be run again as often as copies are to be new.
 */
async function write(args: readonly string[]): Promise<CommandResult> {
  const { options } = readCall(args, 0, ['data', 'out', 'registry', 'station', 'enrol-code']) ?? {};
  const { data, out, registry: url, station, 'enrol-code': enrolCode = '' } = options ?? {};
  if (data === undefined || out === undefined || url === undefined) return calledWrongly(usage);
  for (const folder of [data, out]) if (!existsSync(folder)) mkdirSync(folder, { recursive: true });
  const database = openDatabase(join(data, 'station.db'), folders.migrations);
  try {
    const known = StationCode.safeParse(station ?? findSyncSetting(database, 'sync.enrolled'));
    if (!known.success) return calledWrongly(usage);
    const scope = await follow(database, { url: url.replace(/\/$/, ''), stationCode: known.data, enrolCode });
    if (!scope.ok) return failed(errorWords[scope.error.code].en);
    const copy = await writeReadyCopy(database, { folder: out, scope: scope.value });
    return typeof copy === 'string' ? failed(causes[copy]) : { exitCode: 0, output: copy };
  } finally {
    database.close();
  }
}

/** `luohu copy write …`. */
export async function command(args: readonly string[]): Promise<CommandResult> {
  const [verb, ...rest] = args;
  return verb === 'write' ? write(rest) : calledWrongly(usage);
}
