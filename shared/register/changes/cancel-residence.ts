import { z } from 'zod';
import { Day, RecordId } from '../../domain/records.ts';
import { Residence } from '../../domain/residence-records.ts';
import { defineChange } from '../change.ts';
import { checkHappened } from '../days.ts';
import { closeResidence, findActivePermit, getOwnResidence } from '../residences.ts';

const reasons = Residence.shape.endReason.unwrap();

/** 居住登记注销 (C47): the resident left, settled, died, or never lived there. An active permit is cancelled with it (N21 §65). */
export const cancelResidence = defineChange({
  effect: 'cancel-residence',
  input: z.strictObject({
    /** The resident. */
    subject: RecordId,
    reason: reasons,
    /** The day it came true; today where nothing is given. */
    endedOn: Day.nullable().default(null),
  }),
  fields: { reason: { kind: 'choice', values: reasons.options }, endedOn: { kind: 'date' } },
  plan(bench, { subject, reason, endedOn }) {
    const residence = getOwnResidence(bench, subject);
    const on = endedOn ?? bench.context.today;
    checkHappened(bench, on, 'endedOn', bench.get('person', subject));
    const hadPermit = findActivePermit(bench, subject) !== null;
    closeResidence(bench, residence, { on, reason });
    return { happenedOn: on, details: { reason, hadPermit } };
  },
});
