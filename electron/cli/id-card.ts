import { readFile } from 'node:fs/promises';
import { readIdCardBlock } from '../../shared/domain/id-card.ts';
import { type CommandResult, calledWrongly } from './command.ts';

/** `id-card FILE`: the 256-byte text block of a card, as `{ok, card}` or `{ok, reason}`. */
export async function idCardCommand(args: readonly string[]): Promise<CommandResult> {
  const [file] = args;
  if (file === undefined || args.length > 1) return calledWrongly('id-card FILE');
  const block = await readFile(file).catch(() => null);
  if (block === null) return { exitCode: 2, problems: ['the file can not be read'] };
  return { exitCode: 0, output: readIdCardBlock(block) };
}
