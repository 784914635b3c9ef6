import { z } from 'zod';
import { RecordId } from '../../domain/records.ts';
import { defineChange } from '../change.ts';
import { Target } from '../entered.ts';
import { enterHousehold } from '../joining.ts';
import { leavingFields, leavingInput } from '../leaving.ts';
import { entrantsOf, leavePresentHouseholds, pickedPeople } from '../moves.ts';
import { refuse } from '../refusal.ts';
import type { Workbench } from '../workbench.ts';

/**
 * Moving inside the city (C24; N21 §42, §44) and moving the former residents of a sold home (C45; §46): persons of any household of the city
 * go to a household of this station, new or joined, without papers.
 */
export const moveWithin = defineChange({
  effect: 'move-within',
  input: z.strictObject({ subject: RecordId.nullish(), people: pickedPeople, target: Target, ...leavingInput }),
  fields: leavingFields,
  plan(bench, input) {
    const { people, target } = input;
    const entrants = entrantsOf(bench, people);
    const ids = entrants.map(({ personId }) => personId);
    checkElsewhere(bench, ids, target);
    const [firstLeft = ''] = leavePresentHouseholds(bench, ids, input);
    const { addressId } = enterHousehold(bench, target, entrants, input);
    const from = bench.get('address', bench.get('household', firstLeft).addressId);
    const to = bench.get('address', addressId);
    return {
      happenedOn: bench.context.today,
      details: {
        persons: ids.length,
        isNewHousehold: target.household === 'new',
        fromDivision: from.division,
        fromClass: from.urbanRural,
        toDivision: to.division,
        toClass: to.urbanRural,
      },
    };
  },
});

/** A move leads somewhere else: a new household at the same address is a split. */
function checkElsewhere(bench: Workbench, personIds: readonly string[], target: Target): void {
  for (const personId of personIds) {
    const left = bench.getHouseholdOf(personId, 'people');
    if (target.household === 'join' && target.householdId === left.householdId) refuse('household-same', 'target');
    if (target.household === 'new' && target.addressId === left.addressId) refuse('address-same', 'target');
  }
}
