import { diffPacks } from '../../shared/policy/diff-packs.ts';
import { type CommandResult, calledWrongly } from './command.ts';
import { findPackTexts, problemLines, readCall } from './pack-files.ts';

/** `pack diff A B`: what B says otherwise than A, part by part. */
export async function packDiff(args: readonly string[]): Promise<CommandResult> {
  const [before, after] = readCall(args, 2, [])?.places ?? [];
  if (before === undefined || after === undefined) return calledWrongly('pack diff DIR DIR');
  const [old, next] = [findPackTexts(before), findPackTexts(after)];
  if (old === null || next === null) return { exitCode: 2, problems: ['the folder can not be read'] };
  const { differences, problems } = diffPacks(old, next);
  if (problems.length > 0) return { exitCode: 1, problems: problemLines(problems) };
  return { exitCode: 0, output: JSON.stringify({ differences }, null, 2) };
}
