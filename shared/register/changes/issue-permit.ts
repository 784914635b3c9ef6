import { z } from 'zod';
import { addMonths } from '../../domain/plain-date.ts';
import { PhotoId, RecordId } from '../../domain/records.ts';
import { Permit } from '../../domain/residence-records.ts';
import { defineChange } from '../change.ts';
import { takePhoto } from '../photos.ts';
import { refuse } from '../refusal.ts';
import { findActivePermit, getOwnResidence } from '../residences.ts';

/** Half a year in D663 §2. */
const monthsBeforePermit = 6;

/**
 * 居住证申领 (C48; D663 §2 and §9, N21 §63–69): a permit for someone whose residence has been registered for half a year. Jilin counts from the
 * registration only, since the transition ended on 2017-10-01. Whether a ground holds is the pack's to judge.
 */
export const issuePermit = defineChange({
  effect: 'issue-permit',
  input: z.strictObject({
    /** The resident. */
    subject: RecordId,
    ground: Permit.shape.ground,
    medium: Permit.shape.medium,
    /** Taken for the permit (D663 §4, §9); null: the one the register has. */
    photoId: PhotoId.nullable().default(null),
  }),
  fields: {
    ground: { kind: 'choice', values: Permit.shape.ground.options },
    medium: { kind: 'choice', values: Permit.shape.medium.options },
    photoId: { kind: 'photo' },
  },
  plan(bench, { subject, ground, medium, photoId }) {
    const { today } = bench.context;
    const residence = getOwnResidence(bench, subject);
    if (findActivePermit(bench, subject)) refuse('permit-active');
    const possibleOn = addMonths(residence.firstRegisteredOn, monthsBeforePermit);
    if (today < possibleOn) refuse('permit-too-early', null, { day: possibleOn });
    takePhoto(bench, subject, photoId);
    bench.put('permit', {
      permitId: bench.context.newId(),
      number: bench.context.takeNumber('permit') ?? refuse('numbers-exhausted'),
      personId: subject,
      residenceId: residence.residenceId,
      stationCode: residence.stationCode,
      ground,
      medium,
      issuedOn: today,
      firstIssuedOn: today,
      endorsements: [],
      status: 'active',
      endedOn: null,
      endReason: null,
      replacesId: null,
    });
    return { happenedOn: today, details: { ground, medium } };
  },
});
