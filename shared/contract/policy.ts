import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { counterRoles } from './roles.ts';
import { Bilingual } from './verdict.ts';

const NamesById = z.record(z.string(), Bilingual);

/** What the policy pack calls the things its ids stand for; windows show these words and have none of their own. */
export const PolicyNames = z.strictObject({
  procedure: NamesById,
  material: NamesById,
  /** Papers that a verdict promises, by the pack's document ids. */
  paper: NamesById,
  /** Legal documents. */
  source: NamesById,
  /** Facts by path; of companions under `companions.relation` and the like. */
  fact: NamesById,
});
export type PolicyNames = z.infer<typeof PolicyNames>;

export const policyEndpoints = {
  'policy.names': endpoint({ input: z.strictObject({}), output: PolicyNames, roles: counterRoles, audit: null }),
} as const;
