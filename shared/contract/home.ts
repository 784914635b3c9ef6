import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { counterRoles } from './roles.ts';

/** What waits, for the home screen and the counts of the left rail. */
export const HomeSummary = z.strictObject({
  drafts: z.number().int(),
  toApprove: z.number().int(),
  toRegister: z.number().int(),
  toPrint: z.number().int(),
  toSend: z.number().int(),
  unconfirmed: z.number().int(),
  /** Events the registry refused, and printed papers of such to be called back. */
  conflicts: z.number().int(),
});
export type HomeSummary = z.infer<typeof HomeSummary>;

export const homeEndpoints = {
  'home.summary': endpoint({ input: z.strictObject({}), output: HomeSummary, roles: counterRoles, audit: null }),
} as const;
