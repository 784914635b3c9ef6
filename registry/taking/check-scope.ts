import type { RejectionReason } from '../../shared/contract/registry.ts';
import type { Effect } from '../../shared/domain/events.ts';
import { idOfRecord } from '../../shared/domain/register-records.ts';
import type { Device } from '../store/devices.ts';
import type { Touched } from './touched.ts';

/** Why an event is not taken, and what of it. */
export interface Broken {
  readonly reason: RejectionReason;
  readonly recordId: string | null;
}

type MembershipEffect = Extract<Effect, { kind: 'membership' }>;

/** Whether the event gives the person a place in a household of its own station. */
function movesHere(touched: Touched, personId: string): boolean {
  return touched.event.effects.some(
    ({ kind, after }) =>
      kind === 'membership' &&
      after.personId === personId &&
      after.untilOn === null &&
      touched.household(after.householdId)?.stationCode === touched.event.stationCode,
  );
}

/** N21 §42: inside the city the station of arrival registers the move; it ends the place left, whosoever that is. */
function isLeftForHere(touched: Touched, { id, after }: MembershipEffect): boolean {
  const before = touched.membershipBefore(id);
  return before?.untilOn === null && after.untilOn !== null && movesHere(touched, after.personId);
}

function isLeftHousehold(touched: Touched, householdId: string): boolean {
  return touched.event.effects.some(
    (effect) =>
      effect.kind === 'membership' && effect.after.householdId === householdId && isLeftForHere(touched, effect),
  );
}

function isMembershipInScope(touched: Touched, effect: MembershipEffect, wasElsewhere: boolean): boolean {
  const household = touched.household(effect.after.householdId);
  if (!household || touched.after({ kind: 'person', id: effect.after.personId }) === null) return false;
  const isOwn = household.stationCode === touched.event.stationCode && !wasElsewhere;
  return isOwn || isLeftHousehold(touched, effect.after.householdId);
}

function isOfStation(touched: Touched, effect: Effect): boolean {
  const { stationCode } = touched.event;
  const before = touched.before(effect);
  const wasElsewhere = before !== null && before.stationCode !== stationCode;
  if (effect.kind !== 'address' && touched.isUndone(effect)) return true;
  switch (effect.kind) {
    // Standard addresses are the municipality's; no event of a station changes one.
    case 'address':
      return false;
    case 'person':
      return true;
    case 'household':
      return (effect.after.stationCode === stationCode && !wasElsewhere) || isLeftHousehold(touched, effect.id);
    case 'membership':
      return isMembershipInScope(touched, effect, wasElsewhere);
    // A residence or permit of another station ends when its holder settles here or moves on to here.
    case 'residence':
      return !wasElsewhere || effect.after.endedOn !== null;
    case 'permit':
      return !wasElsewhere || effect.after.status !== 'active';
    case 'migration-paper':
    case 'certificate':
    case 'blank':
      return effect.after.stationCode === stationCode && !wasElsewhere;
  }
}

/**
 * A station changes only its own records, what the arrival of a person ends elsewhere, and what an own event that it undoes had changed there;
 * each record once, under the record's own id.
 */
export function findScopeBreach(touched: Touched, device: Device): Broken | null {
  if (touched.event.stationCode !== device.stationCode) return { reason: 'scope', recordId: null };
  const seen = new Set<string>();
  for (const effect of touched.event.effects) {
    const isFirst = !seen.has(effect.id);
    seen.add(effect.id);
    if (!isFirst || idOfRecord(effect.kind, effect.after) !== effect.id || !isOfStation(touched, effect))
      return { reason: 'scope', recordId: effect.id };
  }
  return null;
}
