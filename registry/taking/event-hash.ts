import { createHash } from 'node:crypto';
import { canonicalJson } from '../../shared/domain/canonical-json.ts';
import type { RegisterEvent } from '../../shared/domain/events.ts';

/** SHA-256 (lower-case hex) over the canonical JSON of the event without its `hash`. */
export function eventHash(event: RegisterEvent): string {
  const { hash: _, ...body } = event;
  return createHash('sha256').update(canonicalJson(body)).digest('hex');
}
