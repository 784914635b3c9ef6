import type { Answer } from '../../../shared/contract/errors.ts';
import { done, fail } from '../../../shared/contract/errors.ts';
import type { Pack } from '../../../shared/policy/policy-pack.ts';
import type { Program } from '../program.ts';
import type { StoredCase } from '../store/cases.ts';

/**
 * The pack a case is judged by: while it is being entered the one in force today, from its acceptance on the one it was accepted under.
 * PACK_MISSING with its stamp when that version is not on this computer; the case itself stays as it is.
 */
export function packOfCase(program: Program, stored: Pick<StoredCase, 'state' | 'pack' | 'acceptedAt'>): Answer<Pack> {
  const isKept = stored.acceptedAt !== null && stored.state !== 'returned';
  if (!isKept) return done(program.packs.inForce());
  const pack = program.packs.of(stored.pack);
  return pack ? done(pack) : fail('PACK_MISSING', { pack: stored.pack, version: stored.pack.split('@')[1] ?? '' });
}
