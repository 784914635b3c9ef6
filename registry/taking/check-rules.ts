import type { Effect } from '../../shared/domain/events.ts';
import { parseHouseholdNumber } from '../../shared/domain/household-number.ts';
import { type Household, Person } from '../../shared/domain/records.ts';
import { claimOf } from '../../shared/domain/register-records.ts';
import type { HouseholdSerial } from '../store/leases.ts';
import type { Tie } from '../store/records.ts';
import type { Broken } from './check-scope.ts';
import { recordOf, type Touched } from './touched.ts';

type PersonEffect = Extract<Effect, { kind: 'person' }>;
type HouseholdEffect = Extract<Effect, { kind: 'household' }>;
type MembershipEffect = Extract<Effect, { kind: 'membership' }>;

/** What must have been leased for a household to bear its number; null: the number is none of its station's. */
export function serialOf({ stationCode, number }: Household): HouseholdSerial | null {
  const parsed = parseHouseholdNumber(number);
  return parsed?.unit === stationCode.slice(6, 9) ? { stationCode, serial: parsed.serial } : null;
}

function isNumberLeased(touched: Touched, household: Household): boolean {
  const serial = serialOf(household);
  return serial !== null && touched.view.isLeased(serial);
}

function findAddressFault(touched: Touched, addressId: string): Broken['reason'] | null {
  const address = touched.address(addressId);
  if (address === null) return 'address-unknown';
  if (address.stationCode !== null && address.stationCode !== touched.event.stationCode) return 'scope';
  return address.isFrozen ? 'address-frozen' : null;
}

function findHouseholdFault(touched: Touched, { id, after }: HouseholdEffect): Broken | null {
  const before = touched.householdBefore(id);
  if (before?.number !== after.number && !isNumberLeased(touched, after)) return { reason: 'lease', recordId: id };
  const reason = before?.addressId === after.addressId ? null : findAddressFault(touched, after.addressId);
  return reason ? { reason, recordId: id } : null;
}

function findResidenceFault(touched: Touched, effect: Extract<Effect, { kind: 'residence' }>): Broken | null {
  const before = touched.before(effect)?.record;
  const isSame = before?.kind === 'residence' && before.data.addressId === effect.after.addressId;
  const reason = isSame ? null : findAddressFault(touched, effect.after.addressId);
  return reason ? { reason, recordId: effect.id } : null;
}

function isMovingIn(touched: Touched, { id, after }: MembershipEffect): boolean {
  const before = touched.membershipBefore(id);
  return (
    after.untilOn === null && (before === null || before.untilOn !== null || before.householdId !== after.householdId)
  );
}

function findMembershipFault(touched: Touched, effect: MembershipEffect): Broken | null {
  const household = touched.household(effect.after.householdId);
  if (!household || !isMovingIn(touched, effect)) return null;
  if (household.status !== 'open') return { reason: 'household-closed', recordId: effect.id };
  const reason = findAddressFault(touched, household.addressId);
  return reason ? { reason, recordId: effect.id } : null;
}

/** What an effect claims for one record alone, and how a refusal of it is told. */
function claimsOf(touched: Touched): { claim: string; broken: Broken }[] {
  return touched.event.effects.flatMap((effect) => {
    const claim = claimOf(recordOf(effect));
    if (claim === null) return [];
    const recordId = effect.kind === 'membership' ? effect.after.personId : effect.id;
    const isOfPerson = effect.kind === 'person' || effect.kind === 'membership';
    const reason = isOfPerson ? ('person-elsewhere' as const) : ('number-taken' as const);
    return [{ claim, broken: { reason, recordId } }];
  });
}

/** What claimOf says: L58 §6, one person, one place; one record for each citizen number; every other number once. */
function findClaimFault(touched: Touched): Broken | null {
  const claims = claimsOf(touched);
  const twice = claims.find(({ claim }, index) => claims.findIndex((each) => each.claim === claim) !== index);
  if (twice) return twice.broken;
  return claims.find(({ claim }) => touched.isClaimedByOther(claim))?.broken ?? null;
}

/** What follows for a relative elsewhere: a death makes a widow, a birth a parent. */
const linkFields: ReadonlySet<string> = new Set(['spouseId', 'maritalStatus', 'fatherId', 'motherId']);

function changesLinksOnly(touched: Touched, effect: PersonEffect): boolean {
  const held = touched.before(effect)?.record;
  if (held?.kind !== 'person') return false;
  const isWhole = Object.keys(effect.after).every((field) => field in held.data);
  const before: Readonly<Record<string, unknown>> = isWhole ? held.data : Person.parse(held.data);
  return Object.entries(effect.after).every(
    ([field, value]) =>
      linkFields.has(field) || before[field] === value || JSON.stringify(before[field]) === JSON.stringify(value),
  );
}

/** Whether the event ends the place the person has now. */
function leavesFor(touched: Touched, personId: string): boolean {
  return touched.event.effects.some(
    ({ kind, id, after }) =>
      kind === 'membership' &&
      after.personId === personId &&
      after.untilOn !== null &&
      touched.membershipBefore(id)?.untilOn === null,
  );
}

/** A person who lives in another station's area is that station's to change, but for links to relatives and for who comes from there. */
function findForeignPerson(touched: Touched): Broken | null {
  const isForeign = ({ isOpen, stationCode, personId }: Tie) =>
    isOpen && stationCode !== touched.event.stationCode && !leavesFor(touched, personId);
  const foreign = touched.event.effects.find(
    (effect) =>
      effect.kind === 'person' &&
      effect.basedOn > 0 &&
      touched.view.listTies(effect.id).some(isForeign) &&
      !changesLinksOnly(touched, effect),
  );
  return foreign ? { reason: 'scope', recordId: foreign.id } : null;
}

function findFault(touched: Touched, effect: Effect): Broken | null {
  switch (effect.kind) {
    case 'household':
      return findHouseholdFault(touched, effect);
    case 'membership':
      return findMembershipFault(touched, effect);
    case 'residence':
      return effect.after.endedOn === null ? findResidenceFault(touched, effect) : null;
    default:
      return null;
  }
}

/** The rules that need more than one record to be seen; the first one broken, or null. */
export function findRuleBreach(touched: Touched): Broken | null {
  for (const effect of touched.event.effects.filter((each) => !touched.isUndone(each))) {
    const broken = findFault(touched, effect);
    if (broken) return broken;
  }
  return findClaimFault(touched) ?? findForeignPerson(touched);
}
