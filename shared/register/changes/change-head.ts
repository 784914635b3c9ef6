import { z } from 'zod';
import { RecordId } from '../../domain/records.ts';
import { defineChange } from '../change.ts';
import { makeHead, relationsInput } from '../heads.ts';
import { getOwnHousehold } from '../joining.ts';
import { refuse } from '../refusal.ts';

/** 户主变更 (N21 §15, C29): another member becomes head and every relation is counted anew from them. */
export const changeHead = defineChange({
  effect: 'change-head',
  input: z.strictObject({
    /** The household. */
    subject: RecordId,
    newHeadId: RecordId,
    relations: relationsInput,
    /** The reason why someone without full capacity is head nevertheless. */
    incapableHeadReason: z.string().max(100).default(''),
  }),
  fields: {
    newHeadId: { kind: 'member' },
    relations: { kind: 'relations' },
    incapableHeadReason: { kind: 'text' },
  },
  plan(bench, input) {
    const household = getOwnHousehold(bench, input.subject);
    if (household.headPersonId === input.newHeadId) refuse('head-same', 'newHeadId');
    makeHead(bench, household.householdId, input);
    return { happenedOn: bench.context.today, details: { formerHeadId: household.headPersonId } };
  },
});
