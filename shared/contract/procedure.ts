import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import { counterRoles } from './roles.ts';
import { Bilingual } from './verdict.ts';

/** One field that a procedure's page asks for; `kind` as in shared/register/change.ts. */
export const PageField = z.strictObject({
  key: z.string(),
  kind: z.string(),
  names: Bilingual,
  hint: Bilingual.nullable(),
  isRequired: z.boolean(),
  /** For `choice`; empty otherwise. */
  options: z.array(z.strictObject({ value: z.string(), names: Bilingual })),
});
export type PageField = z.infer<typeof PageField>;

/** What a procedure concerns and asks for, from the pack. */
export const ProcedurePage = z.strictObject({
  /** What it is started from. A person as subject is also the case's first person. */
  subject: z.enum(['none', 'person', 'household', 'address']),
  /** `entered`: persons are typed, read or picked on the people page; `none`: the subject is all. */
  people: z.enum(['none', 'entered']),
  /** Whether the persons go into a household or to an address. */
  target: z.enum(['none', 'household', 'address']),
  fields: z.array(PageField),
});
export type ProcedurePage = z.infer<typeof ProcedurePage>;

/** A procedure as the catalogue offers it. */
export const ProcedureEntry = z.strictObject({
  procedure: z.string(),
  names: Bilingual,
  /** Effect on the register (procedure-conduct.ts). */
  effect: z.string(),
  /** Items of the national catalogue, `C01` … */
  catalogue: z.array(z.string()),
  page: ProcedurePage,
});
export type ProcedureEntry = z.infer<typeof ProcedureEntry>;

export const procedureEndpoints = {
  /** Every procedure of the pack in force, in the order of the catalogue. */
  'policy.procedures': endpoint({
    input: z.strictObject({}),
    output: z.array(ProcedureEntry),
    roles: counterRoles,
    audit: null,
  }),
} as const;
