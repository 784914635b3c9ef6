import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import { readFacts } from '../../shared/policy/facts.ts';
import { judge } from '../../shared/policy/judge.ts';
import { loadPack } from '../../shared/policy/load-pack.ts';
import { checkoutFolders } from '../station/folders.ts';
import { readPackTexts } from '../station/policy/read-pack-folder.ts';

/** How the command ended: 0 a verdict was reached, 1 the command or the pack can't be used, 2 the case file is not valid. */
export interface CommandResult {
  readonly exitCode: 0 | 1 | 2;
  /** For standard output. */
  readonly output?: string;
  /** For standard error, one line each. */
  readonly problems?: readonly string[];
}

const usage = 'decide --case FILE|- [--pack DIR]';

/** `decide --case FILE|- [--pack DIR]`: facts in, verdicts out as JSON. Never throws for what the caller gave it. */
export async function decideCommand(args: readonly string[]): Promise<CommandResult> {
  const options = readOptions(args);
  if (options === null) return { exitCode: 1, problems: [usage] };
  const loaded = loadFrom(options.pack ?? defaultPack());
  if ('problems' in loaded) return { exitCode: 1, problems: loaded.problems };
  const written = await readCase(options.case);
  if ('problem' in written) return { exitCode: 2, problems: [written.problem] };
  const read = readFacts(loaded.pack, written.value);
  if (!read.ok) return { exitCode: 2, problems: read.problems };
  return { exitCode: 0, output: JSON.stringify(judge(loaded.pack, read.facts), null, 2) };
}

function readOptions(args: readonly string[]): { case: string; pack?: string } | null {
  try {
    const { values } = parseArgs({ args: [...args], options: { case: { type: 'string' }, pack: { type: 'string' } } });
    return values.case === undefined ? null : { case: values.case, pack: values.pack };
  } catch {
    return null;
  }
}

function defaultPack(): string {
  return checkoutFolders(join(import.meta.dirname, '..', '..')).policyPack;
}

function loadFrom(folder: string) {
  try {
    const loaded = loadPack(readPackTexts(folder));
    if (loaded.ok) return { pack: loaded.pack };
    return { problems: loaded.problems.map((problem) => `${problem.file}:${problem.line}: ${problem.message}`) };
  } catch {
    return { problems: ['--pack: the folder can not be read'] };
  }
}

async function readCase(file: string): Promise<{ value: unknown } | { problem: string }> {
  let written: string;
  try {
    written = file === '-' ? await text(process.stdin) : await readFile(file, 'utf8');
  } catch {
    return { problem: '--case: the file can not be read' };
  }
  try {
    const value: unknown = JSON.parse(written.replace(/^\uFEFF/, ''));
    return { value };
  } catch {
    return { problem: 'the case is not valid JSON' };
  }
}
