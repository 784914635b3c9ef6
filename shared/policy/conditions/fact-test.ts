import type { z } from 'zod';
import type { Bilingual } from '../../contract/verdict.ts';
import type { Fact } from '../fact-catalogue.ts';
import type { Scope, Truth } from './condition.ts';
import type { FactReader, FactValue } from './read-fact.ts';

/** A value that is known and there. */
export type GivenValue = Exclude<FactValue, null | undefined>;

/** A test of one fact, made from its argument. */
export interface FactTest {
  /** Asked only of a known value; null when another fact it needs is unknown. */
  test(value: GivenValue, scope: Scope): Truth;
  /** What would have to be so; null when the applicant can't change it. */
  words(scope: Scope, wanted: boolean, value: FactValue): Bilingual | null;
  /** Another fact it compares with. */
  readonly other?: { readonly fact: Fact; readonly reader: FactReader };
}

/** A word that may follow `fact:` in a condition. */
export interface FactTestKind<T> {
  readonly kinds: readonly Fact['kind'][] | null;
  readonly argument: z.ZodType<T>;
  make(argument: T, fact: Fact, findFact: (path: string) => Fact | null): FactTest | string;
}

/** `居住证签发日期为 …` / `home: …`: the fact's name in front of what it has to be. */
export function aboutFact(fact: Fact, rest: Bilingual): Bilingual {
  return { zh: `${fact.names.zh}${rest.zh}`, en: `${fact.names.en} ${rest.en}` };
}
