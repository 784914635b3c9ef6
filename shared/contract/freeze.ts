import { z } from 'zod';
import { Freeze } from '../domain/freeze-rules.ts';
import { endpoint } from './endpoint.ts';
import { chiefOnly, everyRole } from './roles.ts';

const Freezes = z.strictObject({
  freezes: z.array(Freeze),
  /** Who let today's work be registered on a copy that is too old, and why; null: nobody. */
  lifted: z.strictObject({ by: z.string(), reason: z.string() }).nullable(),
});

export const freezeEndpoints = {
  'freeze.list': endpoint({ input: z.strictObject({}), output: Freezes, roles: everyRole, audit: null }),
  /** Lets work be registered until the end of the day on a copy that is too old. CASE_STATE when it is not. */
  'freeze.lift': endpoint({
    input: z.strictObject({ reason: z.string().trim().min(1).max(200) }),
    output: Freezes,
    roles: chiefOnly,
    audit: 'freeze.lift',
  }),
} as const;
