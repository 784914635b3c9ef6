import { permitStateOn } from '../../domain/permit-function.ts';
import { defineChange } from '../change.ts';
import { addEndorsement, endorsementFields, endorsementInput } from '../endorsements.ts';
import { refuse } from '../refusal.ts';
import { getOwnPermit } from '../residences.ts';

/** 居住证补办签注 (C50; D663 §10): a suspended permit functions again from today, and the years of residence count from today too. */
export const restartPermit = defineChange({
  effect: 'restart-permit',
  input: endorsementInput,
  fields: endorsementFields,
  plan(bench, { subject, ground }) {
    const permit = getOwnPermit(bench, subject);
    const { state, coveredUntil } = permitStateOn(permit, bench.context.today);
    if (state !== 'suspended') refuse('permit-not-suspended', null, { day: coveredUntil });
    return addEndorsement(bench, permit, { kind: 'late', ground });
  },
});
