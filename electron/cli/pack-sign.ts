import { createPrivateKey, type KeyObject } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { signPack } from '../station/policy/signed-pack.ts';
import { type CommandResult, calledWrongly } from './command.ts';
import { findText, readCall, readPackOf } from './pack-files.ts';

/** `pack sign DIR --key FILE --out FILE`: only a pack that loads is signed. */
export async function packSign(args: readonly string[]): Promise<CommandResult> {
  const call = readCall(args, 1, ['key', 'out']);
  const [folder] = call?.places ?? [];
  const { key: keyFile, out } = call?.options ?? {};
  if (folder === undefined || keyFile === undefined || out === undefined) {
    return calledWrongly('pack sign DIR --key FILE --out FILE');
  }
  const read = readPackOf(folder);
  if (!read.ok) return { exitCode: 1, problems: read.problems };
  const key = findKey(keyFile);
  if (key === null) return { exitCode: 2, problems: ['--key: no Ed25519 private key (PEM)'] };
  const signed = signPack(read.pack, read.texts, key);
  try {
    writeFileSync(out, `${JSON.stringify(signed)}\n`);
  } catch {
    return { exitCode: 1, problems: ['--out: the file can not be written'] };
  }
  const { keyId, algorithm } = signed.signature;
  return { exitCode: 0, output: JSON.stringify({ pack: signed.pack, files: signed.files.length, algorithm, keyId }) };
}

function findKey(file: string): KeyObject | null {
  const text = findText(file);
  try {
    const key = text === null ? null : createPrivateKey(text);
    return key?.asymmetricKeyType === 'ed25519' ? key : null;
  } catch {
    return null;
  }
}
