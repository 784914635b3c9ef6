import { z } from 'zod';
import type { Effect } from '../domain/events.ts';
import type { RegisterEffect } from '../policy/procedure-conduct.ts';
import type { Workbench } from './workbench.ts';

/**
 * What a page asks for one field of a change. `member` and `members` choose among the household of the case's subject; `relations` gives
 * each remaining member a relation to the head (GB/T 4761); `photo` is a kept photograph's id; `code:` names a table of resources/codes.
 */
export type FieldKind =
  | 'text'
  | 'long-text'
  | 'date'
  | 'yes-no'
  | 'number'
  | 'choice'
  | 'citizen-number'
  | 'division'
  | 'address'
  | 'household'
  | 'person'
  | 'member'
  | 'members'
  | 'relations'
  | 'photo'
  | `code:${'sex' | 'ethnicity' | 'marital' | 'education' | 'relation'}`;

/** What is noted of a change beside its effects. */
export interface ChangeNote {
  /** The day it came true; the day of registration where it takes effect by being registered. */
  readonly happenedOn: string;
  /** For statistics and the history; nothing of a person that the effects do not hold. */
  readonly details: Readonly<Record<string, string | number | boolean | null>>;
}

/** One way of changing the register: what it takes, how a page asks for it, and what it does. */
export interface Change<Input> {
  readonly effect: RegisterEffect;
  /** Keys that come from the case rather than from fields: `subject` (id), `people` (entered persons), `target`. */
  readonly input: z.ZodType<Input>;
  /** Every key of the input that a page can ask for. `choice` lists its values. */
  readonly fields: Readonly<Record<string, { readonly kind: FieldKind; readonly values?: readonly string[] }>>;
  /** Keys of the input that must be given. */
  readonly required: readonly string[];
  /** Lays the change on the bench. Leaves by `refuse` when it can't be made. */
  plan(bench: Workbench, input: Input): ChangeNote;
}

/** A change with the keys it can't do without worked out from its input. */
export function defineChange<Input extends Record<string, unknown>>(
  change: Omit<Change<Input>, 'required' | 'input'> & { readonly input: z.ZodObject & z.ZodType<Input> },
): Change<Input> {
  const required = Object.entries(change.input.shape).flatMap(([key, field]) =>
    z.safeParse(field, undefined).success ? [] : [key],
  );
  return { ...change, required };
}

/** A change that can be registered. */
export interface Plan {
  readonly effects: readonly Effect[];
  readonly note: ChangeNote;
  /** Shown to the clerk and to be confirmed with a reason; they do not stop the change. */
  readonly warnings: readonly import('./refusal.ts').Refusal[];
}
