import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { findPackHead, type PackHead } from '../../../shared/policy/pack-head.ts';

/** A pack that came with the program, not loaded yet. */
export interface BuiltInPack {
  readonly head: PackHead;
  readonly folder: string;
}

/**
 * The packs that came with the program: the newest in its folder, and earlier versions beside it in folders named `<folder>@<version>`,
 * so that a case accepted before an update finds its own. The newest stands first.
 * @throws Error when the newest has no head; a broken earlier one is left out.
 */
export function listBuiltInPacks(folder: string): readonly [BuiltInPack, ...BuiltInPack[]] {
  const newest = findHeadOf(folder);
  if (newest === null) throw new Error('the policy pack of the program has no pack.yaml');
  const beginning = `${basename(folder)}@`;
  const earlier = readdirSync(dirname(folder))
    .filter((name) => name.startsWith(beginning))
    .sort()
    .reverse()
    .flatMap((name) => findHeadOf(join(dirname(folder), name)) ?? []);
  return [newest, ...earlier];
}

function findHeadOf(folder: string): BuiltInPack | null {
  try {
    const head = findPackHead(readFileSync(join(folder, 'pack.yaml'), 'utf8'));
    return head && { head, folder };
  } catch {
    return null;
  }
}
