import { createHash } from 'node:crypto';
import { canonicalJson } from '../../../shared/domain/canonical-json.ts';

/** SHA-256 (lower-case hex) over the canonical JSON of an event without its `hash`. */
export function hashOfEvent(unhashed: object): string {
  return createHash('sha256').update(canonicalJson(unhashed)).digest('hex');
}
