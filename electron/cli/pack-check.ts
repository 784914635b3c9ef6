import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkPack } from '../../shared/policy/check/check-pack.ts';
import { checkoutFolders } from '../station/folders.ts';
import { readPackTexts } from '../station/policy/read-pack-folder.ts';
import { type CommandResult, calledWrongly } from './command.ts';
import { problemLines } from './pack-lines.ts';

const usage = 'pack check DIR [--forms DIR]';

/** `pack check DIR [--forms DIR]`: 0 the pack is in order, 1 it is not (one line a problem, `file:line: what`), 2 it can't be read. */
export async function packCheck(args: readonly string[]): Promise<CommandResult> {
  const options = readOptions(args);
  if (options === null) return calledWrongly(usage);
  const read = readBoth(options.folder, options.forms);
  if (read === null) return { exitCode: 2, problems: ['the folder can not be read'] };
  const report = checkPack(read.texts, read.forms);
  return {
    exitCode: report.problems.length > 0 ? 1 : 0,
    output: JSON.stringify(report, null, 2),
    problems: problemLines(report.problems),
  };
}

function readOptions(args: readonly string[]): { folder: string; forms: string } | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { forms: { type: 'string' } },
      allowPositionals: true,
    });
    const [folder, ...others] = positionals;
    if (folder === undefined || others.length > 0) return null;
    return { folder, forms: values.forms ?? checkoutFolders(join(import.meta.dirname, '..', '..')).forms };
  } catch {
    return null;
  }
}

function readBoth(folder: string, forms: string): { texts: Record<string, string>; forms: Set<string> } | null {
  try {
    const names = readdirSync(forms).filter((name) => name.endsWith('.yaml'));
    return { texts: readPackTexts(folder), forms: new Set(names.map((name) => name.slice(0, -'.yaml'.length))) };
  } catch {
    return null;
  }
}
