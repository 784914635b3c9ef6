import { z } from 'zod';
import { Draft } from '../contract/draft.ts';
import { Instant, RecordId } from '../domain/records.ts';

/** Parts of an application file: one line with the draft, then a line for each picture. */
export const applicationParts = { draft: 'application', attachments: 'attachments' } as const;

/** What another window or the online hall filled in for an applicant. The same `applicationId` is the same application, however often it comes. */
export const Application = z.strictObject({
  applicationId: RecordId,
  /** Who filled it in, as the clerk is to read it: a person of the other window, or the applicant at the online hall. */
  filledBy: z.string().min(1).max(60),
  filledAt: Instant,
  draft: Draft,
});
export type Application = z.infer<typeof Application>;

/** A picture of a material, PNG or JPEG, at most 4 MB. */
export const ApplicationAttachment = z.strictObject({
  materialId: z.string().max(60),
  image: z.base64().max(5_700_000),
});
export type ApplicationAttachment = z.infer<typeof ApplicationAttachment>;

/** Pictures of one application at most. */
export const attachmentLimit = 40;
