import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkPack } from '../../shared/policy/check/check-pack.ts';
import { checkoutFolders } from '../station/folders.ts';
import { type CommandResult, calledWrongly } from './command.ts';
import { findPackTexts, problemLines, readCall } from './pack-files.ts';

/** `pack check DIR [--forms DIR]`: 0 the pack is in order, 1 it is not (one line a problem, `file:line: what`), 2 it can't be read. */
export async function packCheck(args: readonly string[]): Promise<CommandResult> {
  const call = readCall(args, 1, ['forms']);
  const [folder] = call?.places ?? [];
  if (call === null || folder === undefined) return calledWrongly('pack check DIR [--forms DIR]');
  const texts = findPackTexts(folder);
  const forms = findForms(call.options.forms ?? checkoutFolders(join(import.meta.dirname, '..', '..')).forms);
  if (texts === null || forms === null) return { exitCode: 2, problems: ['the folder can not be read'] };
  const report = checkPack(texts, forms);
  return {
    exitCode: report.problems.length > 0 ? 1 : 0,
    output: JSON.stringify(report, null, 2),
    problems: problemLines(report.problems),
  };
}

function findForms(folder: string): Set<string> | null {
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
    return new Set(names.map((name) => name.slice(0, -'.yaml'.length)));
  } catch {
    return null;
  }
}
