import { z } from 'zod';
import { Department } from '../domain/offices.ts';
import { SheetPlace } from '../domain/print-place.ts';
import { Day } from '../domain/records.ts';
import { Bytes } from './bytes.ts';
import { endpoint } from './endpoint.ts';
import { counterRoles, everyRole, type Role } from './roles.ts';
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

/** Whose system may know what a material says, by the pack's material ids; one that is not named has to be seen. */
const VerifyingDepartments = z.record(z.string(), Department);
export type VerifyingDepartments = z.infer<typeof VerifyingDepartments>;

/**
 * Why a signed pack is not used. `guard`: one of the two guards of the law speaks (article 10, article 5), at the places named;
 * `faulty`: it does not load; `changed`: signature, hashes or statement do not fit what the file holds.
 */
export const PackRefusal = z.strictObject({
  reason: z.enum(['no-keys', 'no-pack', 'unknown-key', 'changed', 'version-taken', 'other-city', 'guard', 'faulty']),
  places: z.array(
    z.strictObject({
      file: z.string(),
      line: z.number().int(),
      guard: z.strictObject({ article: z.enum(['5', '10']), quoted: z.string() }).nullable(),
    }),
  ),
});
export type PackRefusal = z.infer<typeof PackRefusal>;

/** A version of the policy on this computer. */
export const PackRow = z.strictObject({
  stamp: z.string(),
  version: z.string(),
  names: Bilingual,
  inForceFrom: Day,
  /** The key it was signed with and whose that is; null for one that came with the program. */
  signer: z.strictObject({ keyId: z.string(), owner: z.string().nullable() }).nullable(),
  /** `in-force`: new cases and drafts of today are judged by it; `earlier`: only cases accepted under it. */
  state: z.enum(['in-force', 'not-yet', 'earlier']),
  /** Accepted cases that keep it. */
  cases: z.number().int(),
});
export type PackRow = z.infer<typeof PackRow>;

export const PackList = z.strictObject({
  packs: z.array(PackRow),
  /** Files of the pack folder that are not used. */
  refused: z.array(z.strictObject({ file: z.string(), refusal: PackRefusal })),
  /** Versions that accepted cases name and that are not here. */
  missing: z.array(z.strictObject({ stamp: z.string(), cases: z.number().int() })),
  /** Whether this computer was given keys it trusts; without them no pack can be installed. */
  hasKeys: z.boolean(),
});
export type PackList = z.infer<typeof PackList>;

const RuleStatus = z.enum(['sourced', 'planning-default', 'unsourced']);
const guideLine = { text: Bilingual, when: Bilingual.nullable(), basis: Bilingual, status: RuleStatus };
const GuideLines = z.array(z.strictObject(guideLine)).readonly();

/** The public guide of a procedure as the window shows it; shared/policy/guide/ makes it. */
export const ProcedureGuide = z.strictObject({
  procedure: z.string(),
  names: Bilingual,
  pack: z.string(),
  inForceFrom: Day,
  catalogue: z.array(z.string()).readonly(),
  applicants: GuideLines,
  conditions: GuideLines,
  companions: GuideLines,
  materials: z.array(z.strictObject({ ...guideLine, isOptional: z.boolean() })).readonly(),
  checks: GuideLines,
  steps: z.array(z.strictObject({ ...guideLine, by: Bilingual })).readonly(),
  limits: GuideLines,
  fees: GuideLines,
  papers: z.array(z.strictObject({ names: Bilingual, when: Bilingual.nullable() })).readonly(),
  guarantee: Bilingual.nullable(),
});
export type ProcedureGuide = z.infer<typeof ProcedureGuide>;

/** A procedure as a line of the catalogue. */
export const GuideRow = z.strictObject({
  procedure: z.string(),
  names: Bilingual,
  catalogue: z.array(z.string()).readonly(),
  /** Whoever it is registered for gets the entitlement notice. */
  givesRights: z.boolean(),
});
export type GuideRow = z.infer<typeof GuideRow>;

/** What is answered to whoever asks for a kind of certificate. */
export const CertificateRow = z.strictObject({
  id: z.string(),
  names: Bilingual,
  class: z.enum(['issued', 'proved-by-papers', 'shown-in-book', 'other-authority']),
  isIssued: z.boolean(),
  /** Why it is refused and what proves it instead; for an issued kind what to mind. */
  reason: Bilingual,
  basis: Bilingual,
});
export type CertificateRow = z.infer<typeof CertificateRow>;

/** Who keeps the packs of a station: its chief, and the system administrator. */
export const packKeepers: readonly Role[] = ['chief', 'system-admin'];

const procedure = z.strictObject({ procedure: z.string().max(60) });
/** A signed pack is 0.4 MB; more than this is none. */
const largestPackBytes = 8_000_000;

export const policyEndpoints = {
  'policy.names': endpoint({ input: z.strictObject({}), output: PolicyNames, roles: counterRoles, audit: null }),
  'policy.departments': endpoint({
    input: z.strictObject({}),
    output: VerifyingDepartments,
    roles: counterRoles,
    audit: null,
  }),
  /** Every version on this computer, the newest first, and what is wrong with the others. */
  'policy.packs': endpoint({ input: z.strictObject({}), output: PackList, roles: everyRole, audit: null }),
  /** Keeps a signed pack beside the others; PACK_REFUSED with a `refusal` in its details, and nothing is changed. */
  'policy.installPack': endpoint({
    input: z.strictObject({
      file: Bytes.refine((file) => file.byteLength > 0 && file.byteLength <= largestPackBytes, 'expected a pack'),
    }),
    output: z.strictObject({ stamp: z.string(), version: z.string(), inForceFrom: Day, isInForce: z.boolean() }),
    roles: packKeepers,
    audit: 'policy.install',
  }),
  /** Every procedure of the pack in force that has a guide, in its order. */
  'policy.guides': endpoint({
    input: z.strictObject({}),
    output: z.array(GuideRow),
    roles: counterRoles,
    audit: null,
  }),
  'policy.guide': endpoint({ input: procedure, output: ProcedureGuide, roles: counterRoles, audit: null }),
  /** 办事指南 as PDF. */
  'policy.guidePdf': endpoint({
    input: procedure,
    output: z.strictObject({ pdf: Bytes, fileName: z.string(), place: SheetPlace }),
    roles: counterRoles,
    audit: 'policy.guide.print',
  }),
  /** Hands the guide's PDF to the printer. */
  'policy.guidePrint': endpoint({
    input: procedure,
    output: z.strictObject({ printer: z.string() }),
    roles: counterRoles,
    audit: null,
    servedBy: 'main',
  }),
  /** The kinds people ask for: those that are issued and those that are refused, with the reason (公通字〔2016〕21号). */
  'policy.certificates': endpoint({
    input: z.strictObject({}),
    output: z.array(CertificateRow),
    roles: counterRoles,
    audit: null,
  }),
} as const;
