import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { keyIdOf, type PackKeys } from '../station/policy/signed-pack.ts';
import { type CommandResult, calledWrongly } from './command.ts';
import { readCall } from './pack-files.ts';

/**
 * `pack keygen --out FILE`: a new Ed25519 key, readable by its owner only, and beside it `FILE.keys.json`, the list of public keys that
 * stations are given. Neither file is ever overwritten.
 */
export async function packKeygen(args: readonly string[]): Promise<CommandResult> {
  const out = readCall(args, 0, ['out'])?.options.out;
  if (out === undefined) return calledWrongly('pack keygen --out FILE');
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const id = keyIdOf(publicKey);
  const spki = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  const keys: PackKeys = { keys: [{ id, algorithm: 'Ed25519', publicKey: spki }] };
  try {
    writeFileSync(out, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600, flag: 'wx' });
    writeFileSync(`${out}.keys.json`, `${JSON.stringify(keys, null, 2)}\n`, { flag: 'wx' });
  } catch {
    return { exitCode: 1, problems: ['--out: the files are there already or can not be written'] };
  }
  return { exitCode: 0, output: JSON.stringify({ keyId: id, algorithm: 'Ed25519' }) };
}
