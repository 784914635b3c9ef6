import type { Effect } from '../../shared/domain/events.ts';
import { parseHouseholdNumber } from '../../shared/domain/household-number.ts';
import type { Household } from '../../shared/domain/records.ts';
import { claimOf } from '../../shared/domain/register-records.ts';
import type { Queryable } from '../store/database.ts';
import { isLeased } from '../store/leases.ts';
import { listClaimants, listStationsOfPersons } from '../store/records.ts';
import type { Broken } from './check-scope.ts';
import { recordOf, type Touched } from './touched.ts';

type HouseholdEffect = Extract<Effect, { kind: 'household' }>;
type MembershipEffect = Extract<Effect, { kind: 'membership' }>;

async function isNumberLeased(transaction: Queryable, { stationCode, number }: Household): Promise<boolean> {
  const parsed = parseHouseholdNumber(number);
  if (parsed === null || parsed.unit !== stationCode.slice(6, 9)) return false;
  return isLeased(transaction, { stationCode, kind: 'household-number', serial: parsed.serial });
}

function findAddressFault(touched: Touched, addressId: string): Broken['reason'] | null {
  const address = touched.address(addressId);
  if (address === null) return 'address-unknown';
  if (address.stationCode !== null && address.stationCode !== touched.event.stationCode) return 'scope';
  return address.isFrozen ? 'address-frozen' : null;
}

async function findHouseholdFault(
  transaction: Queryable,
  touched: Touched,
  { id, after }: HouseholdEffect,
): Promise<Broken | null> {
  const before = touched.householdBefore(id);
  if (before?.number !== after.number && !(await isNumberLeased(transaction, after)))
    return { reason: 'lease', recordId: id };
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
async function findClaimFault(transaction: Queryable, touched: Touched): Promise<Broken | null> {
  const claims = claimsOf(touched);
  const twice = claims.find(({ claim }, index) => claims.findIndex((each) => each.claim === claim) !== index);
  if (twice) return twice.broken;
  const claimants = await listClaimants(
    transaction,
    claims.map(({ claim }) => claim),
  );
  const taken = new Set(claimants.filter((claimant) => !touched.isChanged(claimant)).map(({ claim }) => claim));
  return claims.find(({ claim }) => taken.has(claim))?.broken ?? null;
}

/** What follows for a relative elsewhere: a death makes a widow, a birth a parent. */
const linkFields: ReadonlySet<string> = new Set(['spouseId', 'maritalStatus', 'fatherId', 'motherId']);

function changesLinksOnly(touched: Touched, effect: Effect): boolean {
  const before: Readonly<Record<string, unknown>> = { ...touched.before(effect)?.record.data };
  return Object.entries(effect.after).every(
    ([field, value]) => linkFields.has(field) || JSON.stringify(before[field]) === JSON.stringify(value),
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
async function findForeignPerson(transaction: Queryable, touched: Touched): Promise<Broken | null> {
  const known = touched.event.effects.filter(
    (effect) => effect.kind === 'person' && effect.basedOn > 0 && !changesLinksOnly(touched, effect),
  );
  if (known.length === 0) return null;
  const stations = await listStationsOfPersons(
    transaction,
    known.map(({ id }) => id),
  );
  const foreign = stations.find(
    ({ isOpen, stationCode, personId }) =>
      isOpen && stationCode !== touched.event.stationCode && !leavesFor(touched, personId),
  );
  return foreign ? { reason: 'scope', recordId: foreign.personId } : null;
}

async function findFault(transaction: Queryable, touched: Touched, effect: Effect): Promise<Broken | null> {
  switch (effect.kind) {
    case 'household':
      return findHouseholdFault(transaction, touched, effect);
    case 'membership':
      return findMembershipFault(touched, effect);
    case 'residence':
      return effect.after.endedOn === null ? findResidenceFault(touched, effect) : null;
    default:
      return null;
  }
}

/** The rules that need more than one record to be seen; the first one broken, or null. */
export async function findRuleBreach(transaction: Queryable, touched: Touched): Promise<Broken | null> {
  for (const effect of touched.event.effects.filter((each) => !touched.isUndone(each))) {
    const broken = await findFault(transaction, touched, effect);
    if (broken) return broken;
  }
  return (await findClaimFault(transaction, touched)) ?? (await findForeignPerson(transaction, touched));
}
