import { z } from 'zod';
import { Day, RecordId } from '../../domain/records.ts';
import { defineChange } from '../change.ts';
import { checkHappened } from '../days.ts';
import { closePermit, closeResidence, findOpenResidence, getOwnPermit } from '../residences.ts';

/** Those that end the residence too. */
const leaving = ['moved-away', 'settled', 'died'] as const;
const reasons = z.enum([...leaving, 'false', 'given-up', 'other']);

/**
 * 居住证注销 (C54; N21 §65). Whoever moved away, settled or died does not reside here either, so that the registration ends with the permit;
 * a permit got by false papers or given up leaves it standing.
 */
export const cancelPermit = defineChange({
  effect: 'cancel-permit',
  input: z.strictObject({
    /** The holder. */
    subject: RecordId,
    reason: reasons,
    /** The day it came true; today where nothing is given. */
    endedOn: Day.nullable().default(null),
  }),
  fields: { reason: { kind: 'choice', values: reasons.options }, endedOn: { kind: 'date' } },
  plan(bench, { subject, reason, endedOn }) {
    const permit = getOwnPermit(bench, subject);
    const on = endedOn ?? bench.context.today;
    checkHappened(bench, on, 'endedOn', bench.get('person', subject));
    const residenceReason = leaving.find((each) => each === reason);
    const residence = residenceReason ? findOpenResidence(bench, subject) : null;
    if (residence && residenceReason) closeResidence(bench, residence, { on, reason: residenceReason });
    else closePermit(bench, permit, { on, reason });
    return { happenedOn: on, details: { reason } };
  },
});
