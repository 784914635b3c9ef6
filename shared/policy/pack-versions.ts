import type { Pack } from './policy-pack.ts';

type Version = Pick<Pack, 'version' | 'stamp' | 'inForceFrom'>;

/** Negative when `a` is the older version: `2026.9` comes before `2026.10`. */
function compareVersions(a: Version, b: Version): number {
  const [first, second] = [a, b].map((each) => each.version.split('.').map(Number));
  return (first?.[0] ?? 0) - (second?.[0] ?? 0) || (first?.[1] ?? 0) - (second?.[1] ?? 0);
}

/**
 * The pack that new cases of a day are judged by: of those in force on it the one that came into force last, and of several of one
 * day the highest version. Null when none is in force yet.
 */
export function packInForceOn<P extends Version>(packs: readonly P[], day: string): P | null {
  const inForce = packs.filter((pack) => pack.inForceFrom <= day);
  const latest = inForce.sort((a, b) => a.inForceFrom.localeCompare(b.inForceFrom) || compareVersions(a, b));
  return latest.at(-1) ?? null;
}

/** The pack a case was accepted under, by the stamp kept with the case; null when it is not installed. */
export function findPackOf<P extends Version>(packs: readonly P[], stamp: string): P | null {
  return packs.find((pack) => pack.stamp === stamp) ?? null;
}
