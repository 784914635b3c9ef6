import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isRealDay, todayIn } from '../../shared/domain/plain-date.ts';
import { StationCode } from '../../shared/domain/records.ts';
import { firstStation } from '../../shared/town/stations.ts';
import { openReader } from '../station/store/database.ts';
import { runChecks } from '../station/sweep/run-checks.ts';
import { findSyncSetting } from '../station/sync/sync-settings.ts';
import { type CommandResult, calledWrongly } from './command.ts';

const usage = 'sweep --data DIR [--station CODE] [--day YYYY-MM-DD]';
const options = { data: { type: 'string' }, station: { type: 'string' }, day: { type: 'string' } } as const;

function readArguments(args: readonly string[]) {
  try {
    const { values } = parseArgs({ args: [...args], options });
    const { data, station, day = todayIn(new Date().toISOString()) } = values;
    const isStation = station === undefined || StationCode.safeParse(station).success;
    return data && isStation && isRealDay(day) ? { data, station, day } : null;
  } catch {
    return null;
  }
}

/**
 * `sweep --data DIR`: every check of the station's data as `{station, day, counts, tookMs}`, only sums. The station is the one this copy is
 * enrolled for unless another is named.
 */
export async function sweepCommand(args: readonly string[]): Promise<CommandResult> {
  const asked = readArguments(args);
  if (!asked) return calledWrongly(usage);
  const file = join(asked.data, 'station.db');
  if (!existsSync(file)) return { exitCode: 2, problems: ['--data: there is no station.db in this folder'] };
  const database = openReader(file);
  try {
    const station = asked.station ?? findSyncSetting(database, 'sync.enrolled') ?? firstStation;
    const startedAt = performance.now();
    const findings = runChecks(database, { stationCode: station, today: asked.day }, () => true);
    const tookMs = Math.round(performance.now() - startedAt);
    return { exitCode: 0, output: { station, day: asked.day, counts: findings?.counts ?? [], tookMs } };
  } finally {
    database.close();
  }
}
