import { permitStateOn } from '../../domain/permit-function.ts';
import { defineChange } from '../change.ts';
import { addEndorsement, endorsementFields, endorsementInput } from '../endorsements.ts';
import { refuse } from '../refusal.ts';
import { getOwnPermit } from '../residences.ts';

/** 居住证签注 (C49; D663 §10, N21 §70): in the month before each full year; the next year follows on the one that becomes full. */
export const endorsePermit = defineChange({
  effect: 'endorse-permit',
  input: endorsementInput,
  fields: endorsementFields,
  plan(bench, { subject, ground }) {
    const permit = getOwnPermit(bench, subject);
    const { state, windowFrom, coveredUntil } = permitStateOn(permit, bench.context.today);
    if (state === 'suspended') refuse('permit-suspended', null, { day: coveredUntil });
    if (state !== 'due') refuse('permit-not-due', null, { from: windowFrom, until: coveredUntil });
    return addEndorsement(bench, permit, { kind: 'endorsed', ground });
  },
});
