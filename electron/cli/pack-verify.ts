import { openSignedPack, PackKeys } from '../station/policy/signed-pack.ts';
import { type CommandResult, calledWrongly } from './command.ts';
import { findJson, findText, readCall } from './pack-files.ts';

/** `pack verify FILE --keys FILE`: 0 it is signed by a trusted key, unchanged, and loads; 1 it is not, with the reasons. */
export async function packVerify(args: readonly string[]): Promise<CommandResult> {
  const call = readCall(args, 1, ['keys']);
  const [file] = call?.places ?? [];
  if (file === undefined || call?.options.keys === undefined) return calledWrongly('pack verify FILE --keys FILE');
  const keys = PackKeys.safeParse(findJson(call.options.keys));
  if (!keys.success) return { exitCode: 2, problems: ['--keys: no list of keys'] };
  const written = findText(file);
  if (written === null) return { exitCode: 2, problems: ['the file can not be read'] };
  const opened = openSignedPack(written, keys.data);
  if (!opened.ok) return { exitCode: 1, problems: opened.problems };
  const { pack, keyId } = opened;
  return { exitCode: 0, output: JSON.stringify({ pack: pack.stamp, inForceFrom: pack.inForceFrom, keyId }) };
}
