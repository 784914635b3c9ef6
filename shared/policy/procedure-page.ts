import { z } from 'zod';
import { Text } from './pack-words.ts';

/** Keys of a change's input: camelCase as in shared/register/changes. */
const Key = z.string().regex(/^[a-z][a-zA-Z]*$/, 'expected a key such as endedOn');

/** One field that the page of a procedure asks for; what kind it is, its change knows. */
export const RawPageField = z.strictObject({
  key: Key,
  names: Text,
  hint: Text.optional(),
  required: z.boolean().default(false),
  /** Names of the values of a choice; every value offered needs one, and a page may offer fewer than the change takes. */
  options: z.record(z.string(), Text).optional(),
});
export type RawPageField = z.infer<typeof RawPageField>;

/** What a procedure concerns and what it asks for beside the situation and the papers. */
export const RawPage = z.strictObject({
  /** What it is started from. */
  subject: z.enum(['none', 'person', 'household', 'address']).default('none'),
  /** `entered`: persons are typed, read from cards or picked. */
  people: z.enum(['none', 'entered']).default('none'),
  /** `household`: the persons go into a household; `address`: only an address is chosen. */
  target: z.enum(['none', 'household', 'address']).default('none'),
  /** Keys of the change's input that this procedure fixes, such as the reason of a cancellation. */
  sets: z.record(Key, z.union([z.string(), z.boolean(), z.number(), z.null()])).default({}),
  fields: z.array(RawPageField).default([]),
});
export type RawPage = z.infer<typeof RawPage>;

/** The page of a procedure that says nothing of one. */
export const emptyPage: RawPage = RawPage.parse({});
