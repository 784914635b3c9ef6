import { z } from 'zod';
import { Origin, RawCondition, Text, Use, Word } from './pack-words.ts';

/** How a procedure is carried out: who may apply, who does what, what has to be checked, what it costs and does to the register. */

/** Who stands at the counter. `unit`: a school, employer or institution; `official`: someone sent by a court or another authority. */
export const ApplicantKind = z.enum([
  'self',
  'head',
  'guardian',
  'agent',
  'relative',
  'neighbour',
  'committee',
  'owner',
  'unit',
  'official',
  'station',
]);
export type ApplicantKind = z.infer<typeof ApplicantKind>;

/** Someone who may apply, with the papers that show it. */
export const RawApplicant = z.strictObject({
  who: ApplicantKind,
  papers: z.array(Word).default([]),
  when: RawCondition.optional(),
  ...Origin,
});
export type RawApplicant = z.infer<typeof RawApplicant>;

/** A step of the run of a case, in the words of the status machine. */
export const StepKind = z.enum([
  'apply',
  'accept',
  'verify',
  'visit',
  'notice',
  'station-review',
  'county-review',
  'prefecture-review',
  'register',
  'look-up',
  'compute',
  'sign',
  'print',
  'deliver',
  'archive',
]);
export type StepKind = z.infer<typeof StepKind>;

/** Who may take a step. `assistant` is an auxiliary (辅警): accepting, collecting and filing only. */
export const StepRole = z.enum(['applicant', 'officer', 'assistant', 'chief', 'county', 'prefecture']);
export type StepRole = z.infer<typeof StepRole>;

export const RawStep = z.strictObject({
  step: StepKind,
  by: z.array(StepRole).min(1),
  when: RawCondition.optional(),
  ...Origin,
});
export type RawStep = z.infer<typeof RawStep>;

/** `comparison`: search by face and fingerprint with a written record. `visit`: inquiry on the spot with a written record. */
export const RawCheck = z.strictObject({
  kind: z.enum(['comparison', 'visit']),
  /** `on-doubt`: only when the officer doubts the case. */
  need: z.enum(['always', 'on-doubt']),
  when: RawCondition.optional(),
  ...Origin,
});
export type RawCheck = z.infer<typeof RawCheck>;

/** What is charged, in yuan. 0 is free; null is left to the price authority and printed as 按本地规定. */
export const RawFee = z.strictObject({
  item: Text,
  yuan: z.number().min(0).nullable(),
  when: RawCondition.optional(),
  ...Origin,
});
export type RawFee = z.infer<typeof RawFee>;

/** What carrying it out does to the register; `none` for looking up and counting. */
export const RegisterEffect = z.enum([
  'none',
  'enter-person',
  'move-in',
  'move-out',
  'move-within',
  'cancel-person',
  'restore-person',
  'create-household',
  'split-household',
  'merge-households',
  'change-head',
  'change-item',
  'reissue-paper',
  'issue-certificate',
  'mark-apart',
  'enter-residence',
  'change-residence',
  'cancel-residence',
  'issue-permit',
  'endorse-permit',
  'restart-permit',
  'change-permit',
  'cancel-permit',
]);
export type RegisterEffect = z.infer<typeof RegisterEffect>;

/** The parts of a procedure that say how it is carried out; all of them may be left out. */
export const ConductKeys = {
  /** Items of the national catalogue it covers, `C01` … `C60`. */
  catalogue: z.array(z.string().regex(/^C\d{2}$/, 'expected an item such as C01')).default([]),
  applicants: z.array(z.union([Use, RawApplicant])).default([]),
  steps: z.array(z.union([Use, RawStep])).default([]),
  checks: z.array(z.union([Use, RawCheck])).default([]),
  fees: z.array(z.union([Use, RawFee])).default([]),
  effect: RegisterEffect.default('none'),
};

/** The same parts shared by name in `common.yaml`. */
export const SharedConductKeys = {
  applicants: z.record(Word, z.array(RawApplicant).min(1)).default({}),
  steps: z.record(Word, z.array(RawStep).min(1)).default({}),
  checks: z.record(Word, z.array(RawCheck).min(1)).default({}),
  fees: z.record(Word, z.array(RawFee).min(1)).default({}),
};
