import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Pack } from '../../shared/policy/policy-pack.ts';
import { type PastCase, replayCases } from '../../shared/policy/replay-cases.ts';
import { listPastCases } from '../station/policy/past-cases.ts';
import { openReader } from '../station/store/database.ts';
import { type CommandResult, calledWrongly } from './command.ts';
import { findText, readCall, readPackOf } from './pack-files.ts';

type FoundCases = { readonly cases: readonly PastCase[] } | { readonly problem: string };

/** `pack replay A B --cases FILE|--data DIR`: which past cases come out otherwise under B, and why. */
export async function packReplay(args: readonly string[]): Promise<CommandResult> {
  const call = readCall(args, 2, ['cases', 'data']);
  const [before, after] = call?.places ?? [];
  const { cases: file, data } = call?.options ?? {};
  if (before === undefined || after === undefined || (file === undefined) === (data === undefined)) {
    return calledWrongly('pack replay DIR DIR --cases FILE|--data DIR');
  }
  const [old, next] = [readPackOf(before), readPackOf(after)];
  if (!old.ok) return { exitCode: 1, problems: old.problems };
  if (!next.ok) return { exitCode: 1, problems: next.problems };
  const found = file === undefined ? stationCases(data ?? '', old.pack) : writtenCases(file);
  if ('problem' in found) return { exitCode: 2, problems: [found.problem] };
  return { exitCode: 0, output: JSON.stringify(replayCases(old.pack, next.pack, found.cases), null, 2) };
}

function stationCases(folder: string, pack: Pack): FoundCases {
  const file = join(folder, 'station.db');
  if (!existsSync(file)) return { problem: '--data: there is no station.db in this folder' };
  const database = openReader(file);
  try {
    return { cases: listPastCases(database, pack) };
  } finally {
    database.close();
  }
}

/** One case a line: its facts, or `{ id, facts }`. */
function writtenCases(file: string): FoundCases {
  const text = findText(file);
  if (text === null) return { problem: '--cases: the file can not be read' };
  const cases: PastCase[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const read = caseOf(line, index + 1);
    if (read === null) return { problem: `--cases: line ${index + 1} is not valid JSON` };
    cases.push(read);
  }
  return { cases };
}

function caseOf(line: string, number: number): PastCase | null {
  try {
    const value: unknown = JSON.parse(line);
    const { id, facts } = (value ?? {}) as Readonly<Record<string, unknown>>;
    return facts === undefined ? { id: `line ${number}`, facts: value } : { id: String(id ?? `line ${number}`), facts };
  } catch {
    return null;
  }
}
