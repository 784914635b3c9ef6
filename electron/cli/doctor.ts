import { parseArgs } from 'node:util';
import { type CommandResult, calledWrongly } from './command.ts';
import { checkDatabase, checkDiskSpace, checkFolder } from './doctor-data.ts';
import {
  checkFonts,
  checkForms,
  checkNode,
  checkPack,
  checkRegistry,
  checkSqlite,
  type Finding,
} from './doctor-program.ts';

const usage = 'doctor [--data DIR] [--registry URL]';
const options = { data: { type: 'string' }, registry: { type: 'string' } } as const;

function readArguments(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options }).values;
  } catch {
    return null;
  }
}

/**
 * `doctor`: whether this computer can run a counter, as `{ok, findings: [{check, ok, zh, en, mend}]}`; `mend` says in both
 * languages what to do and is null where all is well. Changes nothing. Exit 1 when something is wrong.
 */
export async function doctorCommand(args: readonly string[]): Promise<CommandResult> {
  const asked = readArguments(args);
  if (!asked) return calledWrongly(usage);
  const findings: Finding[] = [checkNode(), checkSqlite(), await checkFonts(), checkPack(), checkForms()];
  if (asked.data !== undefined) {
    findings.push(checkFolder(asked.data), checkDiskSpace(asked.data), checkDatabase(asked.data));
  }
  if (asked.registry !== undefined) findings.push(await checkRegistry(asked.registry));
  const ok = findings.every((finding) => finding.ok);
  return { exitCode: ok ? 0 : 1, output: { ok, findings } };
}
