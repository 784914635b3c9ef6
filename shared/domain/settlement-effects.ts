import type { Effect } from './events.ts';
import type { Household, Membership, Person } from './records.ts';

/** One person who moves in: the record as it will be, the version it is based on (0: new here), and the new place. */
export interface Mover {
  readonly person: Person;
  readonly basedOn: number;
  readonly membershipId: string;
  /** GB/T 4761; `02` for the head of a new household. */
  readonly relation: string;
}

/** A settlement ready to be registered. `newHousehold` null: the movers join `householdId`. */
export interface Settlement {
  readonly householdId: string;
  readonly newHousehold: Household | null;
  readonly movers: readonly Mover[];
  readonly registeredOn: string;
}

/**
 * What a settlement does to the register, in the order the records depend on each other: persons, the new household, memberships.
 * L58 §13: moving in is registered for each person at one place; §5: a household has one head.
 */
export function settlementEffects(settlement: Settlement): Effect[] {
  const persons = settlement.movers.map(
    ({ person, basedOn }): Effect => ({ kind: 'person', id: person.personId, basedOn, after: person }),
  );
  const household = settlement.newHousehold;
  const opened: Effect[] = household
    ? [{ kind: 'household', id: household.householdId, basedOn: 0, after: household }]
    : [];
  const memberships = settlement.movers.map((mover): Effect => {
    const after = membershipOf(mover, settlement);
    return { kind: 'membership', id: after.membershipId, basedOn: 0, after };
  });
  return [...persons, ...opened, ...memberships];
}

function membershipOf(mover: Mover, settlement: Settlement): Membership {
  return {
    membershipId: mover.membershipId,
    householdId: settlement.householdId,
    personId: mover.person.personId,
    relation: mover.relation,
    sinceOn: settlement.registeredOn,
    untilOn: null,
  };
}
