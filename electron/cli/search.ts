import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { firstStation } from '../../shared/town/stations.ts';
import { openReader } from '../station/store/database.ts';
import { searchPersons } from '../station/store/person-search.ts';
import { type CommandResult, calledWrongly } from './command.ts';

const usage = 'search --data DIR TEXT [--station CODE] [--limit 1…50]';
const options = {
  data: { type: 'string' },
  station: { type: 'string', default: firstStation },
  limit: { type: 'string', default: '50' },
} as const;

function readArguments(args: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
    const limit = Number(values.limit);
    const text = positionals.join(' ').trim();
    if (!values.data || text === '' || !Number.isInteger(limit) || limit < 1 || limit > 50) return null;
    return { data: values.data, text, limit, stationCode: values.station };
  } catch {
    return null;
  }
}

/** `search --data DIR TEXT`: the lines the counter would see, as `{rows, tookMs}`. The first search of a process reads cold. */
export async function searchCommand(args: readonly string[]): Promise<CommandResult> {
  const asked = readArguments(args);
  if (!asked) return calledWrongly(usage);
  const file = join(asked.data, 'station.db');
  if (!existsSync(file)) return { exitCode: 2, problems: ['--data: there is no station.db in this folder'] };
  const database = openReader(file);
  try {
    const startedAt = performance.now();
    const rows = searchPersons(database, asked);
    return { exitCode: 0, output: { rows, tookMs: Math.round((performance.now() - startedAt) * 1000) / 1000 } };
  } finally {
    database.close();
  }
}
