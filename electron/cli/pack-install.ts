import { installPack } from '../station/policy/installed-packs.ts';
import { PackKeys } from '../station/policy/signed-pack.ts';
import { type CommandResult, calledWrongly } from './command.ts';
import { findJson, findText, readCall } from './pack-files.ts';

/** `pack install FILE --keys FILE --to DIR`: verifies a signed pack and keeps it beside the versions that are there. */
export async function packInstall(args: readonly string[]): Promise<CommandResult> {
  const call = readCall(args, 1, ['keys', 'to']);
  const [file] = call?.places ?? [];
  const { keys: keysFile, to } = call?.options ?? {};
  if (file === undefined || keysFile === undefined || to === undefined) {
    return calledWrongly('pack install FILE --keys FILE --to DIR');
  }
  const keys = PackKeys.safeParse(findJson(keysFile));
  const written = findText(file);
  if (!keys.success || written === null) return { exitCode: 2, problems: ['the file or the keys can not be read'] };
  const installed = installPack(to, written, keys.data);
  if (!installed.ok) return { exitCode: 1, problems: installed.problems };
  const { stamp, inForceFrom } = installed.pack;
  return { exitCode: 0, output: JSON.stringify({ pack: stamp, inForceFrom }) };
}
