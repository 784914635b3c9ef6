import { z } from 'zod';
import { RecordId } from '../domain/records.ts';
import { Bytes } from './bytes.ts';
import { endpoint } from './endpoint.ts';
import { counterRoles } from './roles.ts';
import { Bilingual } from './verdict.ts';

/** What the second screen shows: grouped lines as on the paper, numbers masked in the middle; nothing of other people. */
export const ApplicantView = z.discriminatedUnion('shows', [
  z.strictObject({ shows: z.literal('welcome'), stationName: z.string() }),
  z.strictObject({
    shows: z.literal('case'),
    caseId: RecordId,
    title: Bilingual,
    groups: z.array(
      z.strictObject({
        title: Bilingual,
        lines: z.array(z.strictObject({ label: Bilingual, value: z.string(), isChanged: z.boolean() })),
      }),
    ),
    /** Hash of the lines: what a signature is bound to. */
    contentHash: z.string(),
    asksSignature: z.boolean(),
    isSigned: z.boolean(),
  }),
  z.strictObject({ shows: z.literal('document'), caseId: RecordId, title: Bilingual, pdf: Bytes }),
]);
export type ApplicantView = z.infer<typeof ApplicantView>;

export const applicantEndpoints = {
  /** The clerk chooses what the second screen shows; all null: the welcome page. */
  'applicant.show': endpoint({
    input: z.strictObject({
      caseId: RecordId.nullable(),
      documentId: RecordId.nullable().default(null),
      asksSignature: z.boolean().default(false),
    }),
    output: z.strictObject({}),
    roles: counterRoles,
    audit: 'applicant.show',
  }),
  'applicant.view': endpoint({
    input: z.strictObject({}),
    output: ApplicantView,
    roles: null,
    audit: null,
    windows: ['applicant', 'clerk'],
  }),
  /** Binds the drawing to exactly the content that was shown; refused with CASE_REVISION when it has changed since. */
  'applicant.sign': endpoint({
    input: z.strictObject({
      caseId: RecordId,
      contentHash: z.string(),
      png: z.string().startsWith('data:image/png;base64,').max(400_000),
    }),
    output: z.strictObject({}),
    roles: null,
    audit: 'applicant.sign',
    windows: ['applicant'],
  }),
  /** «有误，请告诉民警»: tells the clerk's window. */
  'applicant.objects': endpoint({
    input: z.strictObject({ caseId: RecordId }),
    output: z.strictObject({}),
    roles: null,
    audit: 'applicant.objects',
    windows: ['applicant'],
  }),
} as const;
