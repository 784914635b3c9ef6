import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackHead } from '../../../shared/policy/pack-head.ts';
import {
  type OpenedPack,
  openSignedPack,
  type PackKeys,
  type RefusedPack,
  refusedPack,
  verifySignedPack,
} from './signed-pack.ts';

const ending = '.pack.json';

/**
 * Keeps a signed pack in a folder beside the versions that are there already. The file is written whole or not at all. Refused when
 * `openSignedPack` refuses it, or when that version is there with another content: a changed pack needs a new version.
 */
export function installPack(folder: string, written: string, keys: PackKeys): OpenedPack {
  const opened = openSignedPack(written, keys);
  if (!opened.ok) return opened;
  const file = join(folder, `${opened.pack.stamp}${ending}`);
  if (existsSync(file)) {
    if (readFileSync(file, 'utf8') === written) return opened;
    return refusedPack(
      'version-taken',
      `${opened.pack.stamp} is installed with another content; a changed pack needs a new version`,
    );
  }
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${file}.part`, written);
  renameSync(`${file}.part`, file);
  return opened;
}

/** An installed pack, verified and not loaded yet. */
export interface InstalledPack {
  readonly head: PackHead;
  readonly texts: Readonly<Record<string, string>>;
  readonly keyId: string;
}

/** The packs of a folder, and why a file of it is not used. */
export interface InstalledPacks {
  readonly packs: readonly InstalledPack[];
  readonly refused: readonly (RefusedPack & { readonly file: string })[];
}

/** Every pack of the folder, each verified again: a file changed on the disk is refused, the others stay usable. */
export function listInstalledPacks(folder: string, keys: PackKeys): InstalledPacks {
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(ending)) : [];
  const verified = names
    .sort()
    .map((file) => ({ file, ...verifySignedPack(readFileSync(join(folder, file), 'utf8'), keys) }));
  return {
    packs: verified.flatMap((each) => (each.ok ? [each] : [])),
    refused: verified.flatMap((each) => (each.ok ? [] : [each])),
  };
}
