import { z } from 'zod';
import { SealKeySet } from './key-set.ts';
import { VoidedList } from './voided.ts';

/** What a verifier holds: keys, and the numbers that are good no longer; null where nobody told. */
export interface VerifierKeys {
  readonly keys: SealKeySet;
  readonly voided: VoidedList | null;
}

/** As the registry publishes them, in one file. */
const Published = z.strictObject({ keys: SealKeySet, voided: VoidedList });

/** Reads a file of keys: what the registry publishes, or a key set alone. Null for anything else. */
export function readKeysFile(value: unknown): VerifierKeys | null {
  const published = Published.safeParse(value);
  if (published.success) return published.data;
  const keys = SealKeySet.safeParse(value);
  return keys.success ? { keys: keys.data, voided: null } : null;
}
