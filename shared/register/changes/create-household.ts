import { z } from 'zod';
import { RecordId } from '../../domain/records.ts';
import { defineChange } from '../change.ts';
import { enterHousehold } from '../joining.ts';
import { leavingFields, leavingInput } from '../leaving.ts';
import { entrantsOf, leavePresentHouseholds, pickedPeople } from '../moves.ts';
import { refuse } from '../refusal.ts';

const kinds = ['family', 'collective', 'community'] as const;

/**
 * 立户 (C25, C26; N21 §16–18): persons who are registered in the city get a household of their own, or a unit or community gets its collective
 * household, whose first member is the keeper and its head.
 */
export const createHousehold = defineChange({
  effect: 'create-household',
  input: z.strictObject({
    subject: RecordId.nullish(),
    people: pickedPeople,
    target: z.strictObject({ household: z.literal('new'), addressId: RecordId }),
    kind: z.enum(kinds),
    /** Unit or community that keeps a collective household. */
    unitName: z.string().max(60).default(''),
    ...leavingInput,
  }),
  fields: { kind: { kind: 'choice', values: kinds }, unitName: { kind: 'text' }, ...leavingFields },
  plan(bench, input) {
    const { kind, unitName, incapableHeadReason } = input;
    if (kind !== 'family' && unitName.trim() === '') refuse('unit-needed', 'unitName');
    const entrants = entrantsOf(bench, input.people);
    leavePresentHouseholds(
      bench,
      entrants.map(({ personId }) => personId),
      input,
    );
    const options = { kind, unitName: kind === 'family' ? null : unitName.trim(), incapableHeadReason };
    const { number } = enterHousehold(bench, input.target, entrants, options);
    return { happenedOn: bench.context.today, details: { kind, number, persons: entrants.length } };
  },
});
