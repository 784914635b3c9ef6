import { z } from 'zod';

/** The one shape of a call between window, main and service. `input` is checked against the endpoint's schema on the way. */
export const Call = z.strictObject({ endpoint: z.string().max(60), input: z.unknown() });
export type Call = z.infer<typeof Call>;
