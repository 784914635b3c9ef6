import { createReadStream, existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorWords } from '../../shared/contract/error-words.ts';
import type { Failure } from '../../shared/contract/errors.ts';
import { fingerprintOf, makeKeysFile } from '../../shared/exchange/keys-file.ts';
import { trustKeys } from '../station/exchange/parties.ts';
import { checkoutFolders } from '../station/folders.ts';
import { openStation, type Station } from '../station/station.ts';
import { openDatabase, openReader } from '../station/store/database.ts';
import { findSyncSetting } from '../station/sync/sync-settings.ts';
import { type CommandResult, calledWrongly } from './command.ts';
import { findText, readCall } from './pack-files.ts';

const folders = checkoutFolders(join(import.meta.dirname, '..', '..'));
const databaseOf = (dataDir: string): string => join(dataDir, 'station.db');

const refused = ({ code, details }: Failure): CommandResult => ({
  exitCode: 1,
  output: { refused: code, ...details },
  problems: [errorWords[code].en.replace(/\{(\w+)\}/g, (_, name: string) => String(details?.[name] ?? ''))],
});
const unusable = (what: string): CommandResult => ({ exitCode: 2, problems: [what] });

interface Computer {
  readonly dataDir: string;
  readonly stationCode: string;
  readonly enrolCode: string | null;
}

/** The computer of a data folder: its station is known where it was enrolled once, else it has to be named. */
function findComputer(options: Readonly<Partial<Record<'data' | 'station' | 'enrol-code', string>>>): Computer | null {
  const { data: dataDir, station, 'enrol-code': enrolCode = null } = options;
  if (dataDir === undefined) return null;
  const stationCode = station ?? findStation(dataDir);
  return stationCode === null ? null : { dataDir, stationCode, enrolCode };
}

function findStation(dataDir: string): string | null {
  if (!existsSync(databaseOf(dataDir))) return null;
  const database = openReader(databaseOf(dataDir));
  try {
    return findSyncSetting(database, 'sync.enrolled');
  } finally {
    database.close();
  }
}

/** Opens the service of a data folder without a line for one act. */
async function withStation<T>({ dataDir, stationCode, enrolCode }: Computer, act: (station: Station) => Promise<T>) {
  const station = await openStation({
    ...{ dataDir, folders, stationCode, enrolCode },
    ...{ isPractice: false, registryUrl: null, version: '0.0.0' },
  });
  try {
    return await act(station);
  } finally {
    await station.close();
  }
}

/** `exchange export --data DIR --out FILE`: everything that waits for the registry, in one sealed file. */
export async function exchangeExport(args: readonly string[]): Promise<CommandResult> {
  const {
    data,
    station,
    'enrol-code': enrolCode,
    out,
  } = readCall(args, 0, ['data', 'station', 'enrol-code', 'out'])?.options ?? {};
  const computer = findComputer({ data, station, 'enrol-code': enrolCode });
  if (!computer || out === undefined)
    return calledWrongly('exchange export --data DIR --out FILE [--station CODE --enrol-code CODE]');
  return withStation(computer, async ({ exchanges }) => {
    const written = await exchanges.write(null);
    if (!written.ok) return refused(written.error);
    writeFileSync(out, written.value.file);
    return { exitCode: 0, output: { events: written.value.events, bytes: written.value.file.byteLength } };
  });
}

/** `exchange import FILE --data DIR`: takes over the registry's answers; an application needs a window, as a case has somebody who began it. */
export async function exchangeImport(args: readonly string[]): Promise<CommandResult> {
  const call = readCall(args, 1, ['data', 'station']);
  const [file = ''] = call?.places ?? [];
  const computer = findComputer(call?.options ?? {});
  if (!computer || !call) return calledWrongly('exchange import FILE --data DIR [--station CODE]');
  if (!existsSync(file)) return unusable('the file can not be read');
  return withStation(computer, async ({ exchanges }) => {
    const taken = await exchanges.takeAnswersOnly(() => createReadStream(file));
    return taken.ok ? { exitCode: 0, output: taken.value } : refused(taken.error);
  });
}

/** `exchange keys --data DIR --out FILE`: this computer's public keys, for other windows and halls that send it applications. */
export async function exchangeKeys(args: readonly string[]): Promise<CommandResult> {
  const { data, station, out } = readCall(args, 0, ['data', 'station', 'out'])?.options ?? {};
  const computer = findComputer({ data, station });
  if (!computer || out === undefined) return calledWrongly('exchange keys --data DIR --out FILE [--station CODE]');
  return withStation(computer, async ({ exchanges }) => {
    const identity = await exchanges.identity();
    writeFileSync(out, `${JSON.stringify(await makeKeysFile(identity, new Date().toISOString()), null, 2)}\n`);
    return { exitCode: 0, output: { name: identity.party.name, fingerprint: await fingerprintOf(identity.party) } };
  });
}

/** `exchange trust FILE --data DIR --fingerprint TEXT`: trusts the keys of the registry or of an office, once the fingerprint was compared. */
export async function exchangeTrust(args: readonly string[]): Promise<CommandResult> {
  const call = readCall(args, 1, ['data', 'fingerprint']);
  const [file = ''] = call?.places ?? [];
  const { data, fingerprint } = call?.options ?? {};
  if (data === undefined || fingerprint === undefined)
    return calledWrongly('exchange trust FILE --data DIR --fingerprint TEXT');
  const text = findText(file);
  if (text === null || !existsSync(databaseOf(data))) return unusable('the file or the data folder can not be read');
  const database = openDatabase(databaseOf(data), folders.migrations);
  try {
    const trusted = await trustKeys(database, text, { fingerprint, at: new Date().toISOString(), by: null });
    return trusted.ok ? { exitCode: 0, output: trusted.value } : refused(trusted.error);
  } finally {
    database.close();
  }
}
