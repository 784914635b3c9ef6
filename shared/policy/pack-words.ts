import { z } from 'zod';

/** Words that every file of a pack is made of. */

/** `household-book` */
export const Word = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'expected lower-case words joined by hyphens');

/** `settle.talent` */
export const Id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/, 'expected an id such as settle.talent');

/** A text in both languages. */
export const Text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

/** `sourced`: the law says so. `planning-default`: taken from another place until the province states its own. `unsourced`: ordinary practice. */
export const RuleStatus = z.enum(['sourced', 'planning-default', 'unsourced']);
export type RuleStatus = z.infer<typeof RuleStatus>;

/** Where a part of a pack comes from; every part that binds anybody has it. */
export const Origin = {
  source: z.strictObject({ doc: Word, article: z.string().min(1) }),
  status: RuleStatus,
};

/** A condition as written; see docs/policy-packs.md for its words. */
export const RawCondition = z.record(z.string(), z.unknown());
export type RawCondition = z.infer<typeof RawCondition>;

/** Stands for the parts of that name in common.yaml. */
export const Use = z.strictObject({ use: z.string() });
