import { createHash } from 'node:crypto';
import { canonicalJson } from '../../shared/domain/canonical-json.ts';

/**
 * SHA-256 (lower-case hex) over the canonical JSON of the event without its `hash`. Of the event as it was sent: one from an older
 * program, which lacks what has a default now, keeps its hash.
 */
export function eventHash(sent: object): string {
  const { hash: _, ...body } = sent as { hash?: unknown };
  return createHash('sha256').update(canonicalJson(body)).digest('hex');
}
