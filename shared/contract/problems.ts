import { z } from 'zod';

/** What can be wrong with an entered value or is still missing, for the sentence at the field and in the summary. */
export const ProblemCode = z.enum([
  'required',
  'citizen-id-length',
  'citizen-id-characters',
  'citizen-id-area',
  'citizen-id-date',
  'citizen-id-future',
  'citizen-id-check-digit',
  'citizen-id-twice',
  'sex-disagrees',
  'birth-date-unreal',
  'birth-date-future',
  'birth-date-disagrees',
  'age-impossible',
  'name-characters',
  'name-too-long',
  'name-private-use',
  'code-unknown',
  'division-unknown',
  'height-range',
  'phone-shape',
  'person-registered-here',
  'person-in-other-case',
  'number-of-another',
  'duplicate-possible',
  'companion-too-old',
  'companion-too-young',
  'companion-ineligible',
  'spouse-same-sex',
  'spouse-twice',
  'spouse-unmarried',
  'relation-sex',
  'relation-age',
  'relation-head-twice',
  'head-incapable',
  'address-unknown',
  'address-not-room',
  'address-frozen',
  'address-other-station',
  'household-full',
  'household-closed',
  'household-elsewhere',
  'route-ineligible',
  'route-incomplete',
  'material-missing',
  'not-voluntary',
  'not-signed',
  'subject-missing',
  'field-required',
  'field-invalid',
  'change-refused',
  'change-warning',
]);
export type ProblemCode = z.infer<typeof ProblemCode>;

/** One problem: `path` is the draft path (`people.0.citizenId`, `target.addressId`, `materials.id-card`), `params` fill the sentence. */
export const Problem = z.strictObject({
  path: z.string(),
  code: ProblemCode,
  /** `blocks`: the case can't be accepted; `warns`: shown, does not stop. */
  weight: z.enum(['blocks', 'warns']),
  /** The step of the case page where it is mended. */
  step: z.enum(['applicant', 'situation', 'materials', 'people', 'page', 'target', 'check']),
  params: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
});
export type Problem = z.infer<typeof Problem>;
