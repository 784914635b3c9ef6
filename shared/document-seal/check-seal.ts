import type { SealKey, SealKeySet } from './key-set.ts';
import type { SealStatement } from './seal.ts';
import { readSeal } from './seal-text.ts';
import { type VerifySignature, verifySignature } from './verify-signature.ts';
import type { VoidedDocument, VoidedNumbers } from './voided.ts';

/**
 * What a check ends with. `malformed`: no seal, or cut; `unknown-key`: no key of the set made it; `altered`: the signature
 * does not fit; `revoked`: the key is; `not-in-force`: the key was not in force on the day of issue; `wrong-station`: the
 * key is another station's; `voided`: genuine, but good no longer; `other-content`: genuine, but for another content.
 */
export type SealVerdict =
  | 'valid'
  | 'malformed'
  | 'unknown-key'
  | 'altered'
  | 'revoked'
  | 'not-in-force'
  | 'wrong-station'
  | 'voided'
  | 'other-content';

/** One thing that a check may look at; those it could not look at are named too. */
export type SealAspect = 'signature' | 'key' | 'voided' | 'content' | 'paper';

/** What came out, and how far it reaches. `statement` is to be believed only where `checked` has `signature`. */
export interface SealCheck {
  readonly verdict: SealVerdict;
  readonly statement: SealStatement | null;
  readonly key: SealKey | null;
  readonly voided: VoidedDocument | null;
  readonly checked: readonly SealAspect[];
  readonly notChecked: readonly SealAspect[];
}

/** What a seal is checked against. `contentHash`: of what the verifier holds, when the content itself is at hand. */
export interface SealTrust {
  readonly keys: SealKeySet;
  readonly voided?: VoidedNumbers;
  readonly contentHash?: string;
  readonly verify?: VerifySignature;
}

const aspects: readonly SealAspect[] = ['signature', 'key', 'voided', 'content', 'paper'];

/**
 * Checks the text of a QR code. Nobody but a reader's eye can compare the words of the paper, so `paper` is never among
 * what was checked. Blanks around the text are left out; inside it every character counts.
 */
export async function checkSeal(text: string, trust: SealTrust): Promise<SealCheck> {
  const seal = readSeal(text.trim());
  if (!seal) return outcome('malformed', null, null, []);
  const { statement } = seal;
  const key = trust.keys.keys.find(({ kid, alg }) => kid === statement.keyId && alg === statement.algorithm) ?? null;
  if (!key) return outcome('unknown-key', statement, null, []);
  if (!(await (trust.verify ?? verifySignature)(key, seal))) return outcome('altered', statement, key, []);
  const keyFault = faultOfKey(key, statement);
  if (keyFault) return outcome(keyFault, statement, key, ['signature', 'key']);
  return await checkStanding(statement, key, trust);
}

function faultOfKey(key: SealKey, { station, issuedOn }: SealStatement): SealVerdict | null {
  if (key.revokedOn !== null) return 'revoked';
  if (key.station !== station) return 'wrong-station';
  const isInForce = key.validFrom <= issuedOn && (key.validUntil === null || issuedOn < key.validUntil);
  return isInForce ? null : 'not-in-force';
}

async function checkStanding(statement: SealStatement, key: SealKey, trust: SealTrust): Promise<SealCheck> {
  const voided = trust.voided ? await trust.voided.find(statement) : 'unknown';
  const checked: SealAspect[] = ['signature', 'key'];
  if (voided !== 'unknown') checked.push('voided');
  if (voided !== null && voided !== 'unknown') return { ...outcome('voided', statement, key, checked), voided };
  if (trust.contentHash === undefined) return outcome('valid', statement, key, checked);
  const isSame = trust.contentHash === statement.contentHash;
  return outcome(isSame ? 'valid' : 'other-content', statement, key, [...checked, 'content']);
}

function outcome(
  verdict: SealVerdict,
  statement: SealStatement | null,
  key: SealKey | null,
  checked: readonly SealAspect[],
): SealCheck {
  const notChecked = aspects.filter((aspect) => !checked.includes(aspect));
  return { verdict, statement, key, voided: null, checked, notChecked };
}
