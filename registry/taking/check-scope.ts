import type { RejectionReason } from '../../shared/contract/registry.ts';
import type { Effect } from '../../shared/domain/events.ts';
import type { Device } from '../store/devices.ts';
import type { Touched } from './touched.ts';

/** Why an event is not taken, and what of it. */
export interface Broken {
  readonly reason: RejectionReason;
  readonly recordId: string | null;
}

function ownIdOf(effect: Effect): string {
  switch (effect.kind) {
    case 'address':
      return effect.after.addressId;
    case 'person':
      return effect.after.personId;
    case 'household':
      return effect.after.householdId;
    case 'membership':
      return effect.after.membershipId;
  }
}

function isOfStation(touched: Touched, effect: Effect): boolean {
  const { stationCode } = touched.event;
  const before = touched.before(effect);
  const wasElsewhere = before !== null && before.stationCode !== stationCode;
  switch (effect.kind) {
    // Standard addresses are the municipality's; no settlement changes one.
    case 'address':
      return false;
    case 'person':
      return true;
    case 'household':
      return effect.after.stationCode === stationCode && !wasElsewhere;
    case 'membership': {
      const household = touched.household(effect.after.householdId);
      const person = touched.after({ kind: 'person', id: effect.after.personId });
      return household?.stationCode === stationCode && person !== null && !wasElsewhere;
    }
  }
}

/** A station changes only its own households and their members, each record once, under the record's own id. */
export function findScopeBreach(touched: Touched, device: Device): Broken | null {
  if (touched.event.stationCode !== device.stationCode) return { reason: 'scope', recordId: null };
  const seen = new Set<string>();
  for (const effect of touched.event.effects) {
    const isFirst = !seen.has(effect.id);
    seen.add(effect.id);
    if (!isFirst || ownIdOf(effect) !== effect.id || !isOfStation(touched, effect))
      return { reason: 'scope', recordId: effect.id };
  }
  return null;
}
