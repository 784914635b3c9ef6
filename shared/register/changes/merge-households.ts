import { z } from 'zod';
import { RecordId } from '../../domain/records.ts';
import { defineChange } from '../change.ts';
import { relationsInput } from '../heads.ts';
import { addMembers, getOwnHousehold } from '../joining.ts';
import { leaveHousehold } from '../leaving.ts';
import { refuse } from '../refusal.ts';

const nobodyStays = { newHeadId: null, relations: {}, incapableHeadReason: '' };

/**
 * 并户 (C28; L58 §5, §19): everybody of one household goes into another at the same address, and the number of the first is given up. The other
 * one keeps its head; what each who comes is to that head, the officer says.
 */
export const mergeHouseholds = defineChange({
  effect: 'merge-households',
  input: z.strictObject({
    /** The household that is given up. */
    subject: RecordId,
    /** The household that stays. */
    intoHouseholdId: RecordId,
    relations: relationsInput,
  }),
  fields: { intoHouseholdId: { kind: 'household' }, relations: { kind: 'relations' } },
  plan(bench, input) {
    const from = getOwnHousehold(bench, input.subject);
    if (input.intoHouseholdId === from.householdId) refuse('household-same', 'intoHouseholdId');
    const into = getOwnHousehold(bench, input.intoHouseholdId, 'intoHouseholdId');
    if (into.addressId !== from.addressId) refuse('household-other-address', 'intoHouseholdId');
    if (into.kind !== from.kind) refuse('household-other-kind', 'intoHouseholdId');
    const entrants = bench.listMembers(from.householdId).map(({ person: { personId, name } }) => {
      const relation = input.relations[personId] ?? refuse('relation-needed', 'relations', { name });
      return { personId, relation };
    });
    const ids = entrants.map(({ personId }) => personId);
    leaveHousehold(bench, from.householdId, ids, nobodyStays);
    addMembers(bench, into, entrants);
    return { happenedOn: bench.context.today, details: { persons: ids.length, number: from.number } };
  },
});
