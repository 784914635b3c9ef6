import { z } from 'zod';
import { Verdict } from '../contract/verdict.ts';
import { Department } from '../domain/offices.ts';
import { PlainDate } from '../domain/plain-date.ts';
import { Id, Origin, RawCondition, RuleStatus, Text, Use, Word } from './pack-words.ts';
import { ConductKeys, SharedConductKeys } from './procedure-conduct.ts';
import { emptyPage, RawPage } from './procedure-page.ts';

export { RawCondition, RuleStatus };

/**
 * The files of a policy pack as written: every file is strict, so a misspelt key is an error and never a rule that is silently
 * not applied. Conditions stay unread here (`RawCondition`); conditions/ gives them their meaning.
 */

/** What a rule says: one text, or one for each answer. */
const RuleText = z.union([Text, z.strictObject({ holds: Text, fails: Text, unknown: Text.optional() })]);

/** One test of a case, with the paragraph behind it. With `when` it is asked only of the cases it is about. */
export const RawRule = z.strictObject({
  id: Id,
  when: RawCondition.optional(),
  requires: RawCondition,
  text: RuleText,
  /** What would change a failing answer, where the words made from the condition are not good enough. */
  change: Text.optional(),
  ...Origin,
});
export type RawRule = z.infer<typeof RawRule>;

const MaterialChoice = z.union([Word, z.strictObject({ id: Word, when: RawCondition })]);

/** Papers of which one is enough. Optional ones are never missing. */
export const RawMaterial = z.strictObject({
  anyOf: z.array(MaterialChoice).min(1),
  when: RawCondition.optional(),
  optional: z.boolean().default(false),
  ...Origin,
});
export type RawMaterial = z.infer<typeof RawMaterial>;

export const ApprovalLevel = z.enum(['station', 'county', 'prefecture']);
export type ApprovalLevel = z.infer<typeof ApprovalLevel>;

export const RawApproval = z.strictObject({ level: ApprovalLevel, when: RawCondition.optional(), ...Origin });
export type RawApproval = z.infer<typeof RawApproval>;

/** Days until the case has to be done; 0 means while the applicant waits (当场). The first whose `when` holds applies. */
export const RawLimit = z.strictObject({
  days: z.number().int().min(0).max(365),
  kind: z.enum(['working', 'calendar']),
  when: RawCondition.optional(),
  ...Origin,
});
export type RawLimit = z.infer<typeof RawLimit>;

const RawDocument = z.union([Word, z.strictObject({ id: Word, when: RawCondition })]);

/** A hint for the officer that never decides anything. */
export const RawAdvice = z.strictObject({ id: Id, when: RawCondition, text: Text, ...Origin });
export type RawAdvice = z.infer<typeof RawAdvice>;

/** `procedures/<id>.yaml` */
export const RawProcedure = z.strictObject({
  id: Id,
  names: Text,
  rules: z.array(z.union([Use, RawRule])).min(1),
  /** Name of a set of companion rules in common.yaml; without it nobody comes along. */
  companions: Word.optional(),
  materials: z.array(z.union([Use, RawMaterial])).default([]),
  approvals: z.array(z.union([Use, RawApproval])).min(1),
  limit: z.array(RawLimit).default([]),
  documents: z.array(RawDocument).min(1),
  questions: z.array(Word).default([]),
  advice: z.array(RawAdvice).default([]),
  /** What to offer instead; an entry route without it offers the `otherPaths` of the pack. */
  otherPaths: z.array(Id).optional(),
  page: RawPage.default(emptyPage),
  ...ConductKeys,
});
export type RawProcedure = z.infer<typeof RawProcedure>;

/** `common.yaml`: what several procedures share, by name. */
export const RawCommon = z.strictObject({
  conditions: z.record(Word, RawCondition),
  rules: z.array(RawRule),
  companions: z.record(Word, z.array(RawRule).min(1)),
  materials: z.record(Word, z.array(RawMaterial).min(1)),
  approvals: z.record(Word, z.array(RawApproval).min(1)),
  ...SharedConductKeys,
});
export type RawCommon = z.infer<typeof RawCommon>;

const LegalSource = z.strictObject({
  names: Text,
  /** Number of the document, null when unknown or none. */
  number: z.string().nullable(),
  inForceFrom: PlainDate.nullable(),
  /** The articles this pack cites; a rule that cites another is refused. */
  articles: z.array(z.string()).min(1),
});
export type LegalSource = z.infer<typeof LegalSource>;

const Figure = z.strictObject({ value: z.number().int().min(1).max(3650), ...Origin });

/** Figures that law and practice leave to the place, each with where it comes from. */
export const RawFigures = z.strictObject({
  /** Pages of a household book: most members of a family household. */
  bookPages: Figure,
  /** Days a 准予迁入证明 and a 户口迁移证 are in force. */
  moveInPermitDays: Figure,
  migrationCertificateDays: Figure,
  /** Days in which an event can be undone (冲销). */
  reversalDays: Figure,
});
export type RawFigures = z.infer<typeof RawFigures>;

/** `pack.yaml` */
export const RawPack = z.strictObject({
  id: Word,
  version: z.string().regex(/^\d{4}\.\d+$/, 'expected a quoted version such as "2026.1"'),
  names: Text,
  inForceFrom: PlainDate,
  /** Procedures judged when none is chosen; equally good routes keep this order. */
  entry: z.array(Id).min(1),
  /** What is offered beside them to whoever can't or won't settle. */
  otherPaths: z.array(Id),
  figures: RawFigures,
  sources: z.record(Word, LegalSource),
});
export type RawPack = z.infer<typeof RawPack>;

/** A fact a rule may read. `unknown` lists values that say nothing, such as 90 未说明的婚姻状况. */
export const FactDefinition = z
  .strictObject({
    kind: z.enum(['choice', 'boolean', 'date', 'count', 'division', 'citizen-number']),
    names: Text,
    values: z.record(z.string(), Text).optional(),
    unknown: z.array(z.string()).default([]),
  })
  .refine(
    (fact) => (fact.kind === 'choice') === (fact.values !== undefined),
    'a choice, and only a choice, lists its values',
  );
export type FactDefinition = z.infer<typeof FactDefinition>;

const FactPath = z.string().regex(/^[a-z][a-zA-Z]*(\.[a-z][a-zA-Z]*){1,2}$/, 'expected a path such as residence.basis');

/** `facts.yaml`: a group in `nullable` may be given as null, which says that there is none. */
export const RawFacts = z.strictObject({
  nullable: z.array(z.string()),
  facts: z.record(FactPath, FactDefinition),
  companion: z.record(z.string().regex(/^[a-z][a-zA-Z]*$/), FactDefinition),
});
export type RawFacts = z.infer<typeof RawFacts>;

const Setting = z.record(z.string(), z.union([z.string(), z.boolean(), z.number(), z.null()]));

/** A situation question: `choice` sets facts by its options, `yes-no` and `date` fill one fact. */
export const RawQuestion = z.union([
  z.strictObject({
    id: Word,
    kind: z.literal('choice'),
    text: Text,
    hint: Text.optional(),
    options: z.array(z.strictObject({ value: Word, text: Text, sets: Setting })).min(2),
  }),
  z.strictObject({ id: Word, kind: z.enum(['yes-no', 'date']), fact: z.string(), text: Text, hint: Text.optional() }),
]);
export type RawQuestion = z.infer<typeof RawQuestion>;

/** `questions.yaml`, in the order that decides between equally telling questions. */
export const RawQuestions = z.strictObject({ questions: z.array(RawQuestion) });
export type RawQuestions = z.infer<typeof RawQuestions>;

/** `materials.yaml`: ids, names, and whose system may know what the paper says; without one the paper has to be seen. */
export const RawMaterials = z.record(
  Word,
  z.strictObject({ names: Text, hint: Text.optional(), verifiedBy: Department.optional() }),
);
export type RawMaterials = z.infer<typeof RawMaterials>;

/**
 * `documents.yaml`: ids, names, and the form that prints each; null while the program has none for it. `copies`: how many a case needs.
 * `stock`: overprinted on numbered sheets that are accounted for one by one.
 */
export const RawDocuments = z.record(
  Word,
  z.strictObject({
    names: Text,
    hint: Text.optional(),
    form: Word.nullable().optional(),
    copies: z.number().int().min(1).max(9).optional(),
    stock: z.boolean().optional(),
  }),
);
export type RawDocuments = z.infer<typeof RawDocuments>;

/** What an example case must come out as; what is not named is not looked at. */
export const Expectation = z.strictObject({
  verdict: Verdict.optional(),
  companions: z.array(Verdict).optional(),
  missingFacts: z.array(z.string()).optional(),
  missingMaterials: z.array(z.string()).optional(),
  neverNeeds: z.array(z.string()).optional(),
  approvals: z.array(ApprovalLevel).optional(),
  limitDays: z.number().int().optional(),
  documents: z.array(z.string()).optional(),
});
export type Expectation = z.infer<typeof Expectation>;

/** `examples/<procedure>.yaml`: cases with their verdicts; each case is `base` with its own facts laid over it. */
export const RawExamples = z.strictObject({
  procedure: Id,
  base: z.record(z.string(), z.unknown()),
  examples: z
    .array(z.strictObject({ why: z.string().min(1), facts: z.record(z.string(), z.unknown()), expect: Expectation }))
    .min(1),
});
export type RawExamples = z.infer<typeof RawExamples>;
