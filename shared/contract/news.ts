import { z } from 'zod';

/** What the service tells the windows without being asked: that something is worth reading again, never data of a person. */
export const News = z.discriminatedUnion('topic', [
  z.strictObject({ topic: z.literal('case'), caseId: z.string() }),
  z.strictObject({ topic: z.literal('queues') }),
  z.strictObject({ topic: z.literal('sync') }),
  z.strictObject({ topic: z.literal('session') }),
  /** A sweep began, went on or ended. */
  z.strictObject({ topic: z.literal('sweep') }),
  /** Another policy pack is in force than before, or the list of packs changed. */
  z.strictObject({ topic: z.literal('policy') }),
  /** Numbered stock changed, or a sheet is asked about. */
  z.strictObject({ topic: z.literal('stock') }),
  z.strictObject({ topic: z.literal('applicant') }),
  z.strictObject({ topic: z.literal('applicant-objects'), caseId: z.string() }),
  z.strictObject({ topic: z.literal('service'), state: z.enum(['up', 'restarting']) }),
]);
export type News = z.infer<typeof News>;
