import { readCitizenNumber } from '../../shared/domain/citizen-number.ts';
import { isKnownArea } from '../../shared/domain/divisions.ts';
import { todayIn } from '../../shared/domain/plain-date.ts';
import { type CommandResult, calledWrongly } from './command.ts';

/** `id-number TEXT`: what a citizen number says, as `{valid, reason, birthDate, sex, division}`. */
export async function idNumberCommand(args: readonly string[]): Promise<CommandResult> {
  const [text] = args;
  if (text === undefined || args.length > 1) return calledWrongly('id-number NUMBER');
  const today = todayIn(new Date().toISOString());
  const { valid, reason, birthDate, sex, division } = readCitizenNumber(text, { today, isKnownArea });
  return { exitCode: 0, output: { valid, reason, birthDate, sex, division } };
}
