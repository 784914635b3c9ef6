import { claimOf } from '../../shared/contract/registry.ts';
import type { Effect } from '../../shared/domain/events.ts';
import { parseHouseholdNumber } from '../../shared/domain/household-number.ts';
import type { Household } from '../../shared/domain/records.ts';
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
    const reason = effect.kind === 'household' ? ('number-taken' as const) : ('person-elsewhere' as const);
    return [{ claim, broken: { reason, recordId } }];
  });
}

/** L58 §6, one person, one place; one record for each citizen number; one household for each number of a station. */
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

/** A person who lives in another station's area is that station's to change. */
async function findForeignPerson(transaction: Queryable, touched: Touched): Promise<Broken | null> {
  const known = touched.event.effects.filter(({ kind, basedOn }) => kind === 'person' && basedOn > 0);
  if (known.length === 0) return null;
  const stations = await listStationsOfPersons(
    transaction,
    known.map(({ id }) => id),
  );
  const foreign = stations.find(({ isOpen, stationCode }) => isOpen && stationCode !== touched.event.stationCode);
  return foreign ? { reason: 'scope', recordId: foreign.personId } : null;
}

/** The rules that need more than one record to be seen; the first one broken, or null. */
export async function findRuleBreach(transaction: Queryable, touched: Touched): Promise<Broken | null> {
  for (const effect of touched.event.effects) {
    const broken =
      effect.kind === 'household'
        ? await findHouseholdFault(transaction, touched, effect)
        : effect.kind === 'membership'
          ? findMembershipFault(touched, effect)
          : null;
    if (broken) return broken;
  }
  return (await findClaimFault(transaction, touched)) ?? (await findForeignPerson(transaction, touched));
}
