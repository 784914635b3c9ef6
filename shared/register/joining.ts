import type { Address, Household } from '../domain/records.ts';
import { headRelation, headRelations } from '../domain/relations.ts';
import type { Target } from './entered.ts';
import { checkHead } from './heads.ts';
import { refuse } from './refusal.ts';
import type { Workbench } from './workbench.ts';

/** Somebody who goes into a household. The person's record is laid on the bench already. */
export interface Entrant {
  readonly personId: string;
  /** GB/T 4761, to the head of that household; `02` for the head of a new one. */
  readonly relation: string;
}

/** A household about to be opened. */
interface NewHousehold {
  readonly addressId: string;
  readonly headPersonId: string;
  readonly kind: Household['kind'];
  readonly unitName: string | null;
}

/**
 * The address as somewhere people can be registered today (article 6: down to the room). Refuses with address-unknown, -not-room, -frozen or
 * -other-station.
 */
export function getHomeAddress(bench: Workbench, addressId: string, field: string | null = 'target'): Address {
  const address = bench.get('address', addressId, field);
  if (address.level !== 'room') refuse('address-not-room', field);
  if (address.isFrozen) refuse('address-frozen', field);
  if (address.stationCode !== null && address.stationCode !== bench.context.stationCode)
    refuse('address-other-station', field);
  return address;
}

/** Opens a household of this station with a number of its block. Refuses with numbers-exhausted and whatever getHomeAddress refuses. */
export function openHousehold(bench: Workbench, household: NewHousehold, field: string | null = 'target'): Household {
  getHomeAddress(bench, household.addressId, field);
  const number = bench.context.takeNumber('household') ?? refuse('numbers-exhausted');
  const opened: Household = {
    ...household,
    householdId: bench.context.newId(),
    stationCode: bench.context.stationCode,
    number,
    status: 'open',
    openedOn: bench.context.today,
    closedOn: null,
  };
  bench.put('household', opened);
  return opened;
}

/** The household as one of this station that is open. Refuses with household-unknown, household-other-station or household-closed. */
export function getOwnHousehold(bench: Workbench, householdId: string, field: string | null = null): Household {
  const household = bench.get('household', householdId, field);
  if (household.stationCode !== bench.context.stationCode) refuse('household-other-station', field);
  if (household.status !== 'open') refuse('household-closed', field);
  return household;
}

/** How the household that is opened for a target is, and why its head may be one without full capacity. */
interface EnteringOptions {
  readonly kind?: Household['kind'];
  readonly unitName?: string | null;
  readonly incapableHeadReason?: string;
  /** A head without full capacity is warned of and needs no reason here. */
  readonly isHeadSeen?: boolean;
}

/**
 * Puts persons into the target: a new household whose head is the one with relation `02`, or one that is there and has a head. Answers the
 * household. Refuses with head-needed, head-twice, head-incapable, household-full (a family's book has no more pages) and whatever
 * openHousehold or getOwnHousehold refuses.
 */
export function enterHousehold(
  bench: Workbench,
  target: Target,
  entrants: readonly Entrant[],
  { kind = 'family', unitName = null, incapableHeadReason = '', isHeadSeen = false }: EnteringOptions = {},
): Household {
  const heads = entrants.filter(({ relation }) => headRelations.includes(relation));
  if (target.household === 'join') {
    const joined = getOwnHousehold(bench, target.householdId, 'target');
    getHomeAddress(bench, joined.addressId);
    if (heads.length > 0) refuse('head-twice', 'people');
    return addMembers(bench, joined, entrants);
  }
  const head = heads[0] ?? refuse('head-needed', 'people');
  if (heads.length > 1) refuse('head-twice', 'people');
  if (!isHeadSeen) checkHead(bench, bench.get('person', head.personId, 'people'), incapableHeadReason);
  const { addressId } = target;
  const opened = openHousehold(bench, { addressId, headPersonId: head.personId, kind, unitName });
  return addMembers(bench, opened, entrants);
}

/** Makes persons members of a household from today. Refuses with household-full. */
export function addMembers(bench: Workbench, household: Household, entrants: readonly Entrant[]): Household {
  const { bookPages } = bench.context.settings;
  const count = bench.listMembers(household.householdId).length + entrants.length;
  if (household.kind === 'family' && count > bookPages) refuse('household-full', 'target', { limit: bookPages });
  for (const { personId, relation } of entrants) {
    bench.put('membership', {
      membershipId: bench.context.newId(),
      householdId: household.householdId,
      personId,
      relation: personId === household.headPersonId ? headRelation : relation,
      sinceOn: bench.context.today,
      untilOn: null,
    });
  }
  return household;
}
