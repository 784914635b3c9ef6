import { z } from 'zod';
import { RecordId } from '../../domain/records.ts';
import { Residence } from '../../domain/residence-records.ts';
import { defineChange } from '../change.ts';
import { refuse } from '../refusal.ts';
import { moveResidence } from '../residence-move.ts';
import { getOpenResidence, getOwnResidence } from '../residences.ts';
import { residenceFields } from './enter-residence.ts';

/**
 * 居住登记变更 (C47): another address, basis, purpose, landlord or employer; what is left out stays. Another address counts from today, the
 * first registration in the city stays as it was. Moving to this station from another one of the city is done here.
 */
export const changeResidence = defineChange({
  effect: 'change-residence',
  input: z.strictObject({
    /** The resident. */
    subject: RecordId,
    addressId: RecordId.nullable().default(null),
    basis: Residence.shape.basis.nullable().default(null),
    purpose: Residence.shape.purpose.nullable().default(null),
    landlord: z.string().trim().max(50).default(''),
    employer: z.string().trim().max(80).default(''),
  }),
  fields: residenceFields,
  plan(bench, input) {
    const before = getOpenResidence(bench, input.subject);
    const isMove = input.addressId !== null && input.addressId !== before.addressId;
    if (!isMove) getOwnResidence(bench, input.subject);
    if (input.addressId !== null && isMove) moveResidence(bench, before, input.addressId);
    const after = {
      basis: input.basis ?? before.basis,
      purpose: input.purpose ?? before.purpose,
      landlord: input.landlord || before.landlord,
      employer: input.employer || before.employer,
    };
    const changed = (Object.keys(after) as (keyof typeof after)[]).filter((key) => after[key] !== before[key]);
    if (!isMove && changed.length === 0) refuse('item-same');
    bench.change('residence', before.residenceId, after);
    return { happenedOn: bench.context.today, details: { isMove, changed: changed.join(' ') } };
  },
});
