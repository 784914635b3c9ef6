import { z } from 'zod';
import type { Bilingual } from '../../contract/verdict.ts';
import { alternatives } from '../bilingual.ts';
import type { Fact } from '../fact-catalogue.ts';
import { aboutFact, type FactTest, type FactTestKind } from './fact-test.ts';

const Scalar = z.union([z.string(), z.boolean(), z.number()]);
type Scalar = z.infer<typeof Scalar>;

const truthNames: Readonly<Record<string, Bilingual>> = {
  true: { zh: '是', en: 'yes' },
  false: { zh: '否', en: 'no' },
};

function valueNames(fact: Fact, value: Scalar): Bilingual {
  const text = String(value);
  return fact.values.get(text) ?? truthNames[text] ?? { zh: text, en: text };
}

function fits(fact: Fact, value: Scalar): boolean {
  if (fact.kind === 'choice') return typeof value === 'string' && fact.values.has(value);
  if (fact.kind === 'boolean') return typeof value === 'boolean';
  return fact.kind === 'count' ? typeof value === 'number' : typeof value === 'string';
}

function oneOf(fact: Fact, values: readonly Scalar[]): FactTest | string {
  const wrong = values.filter((value) => !fits(fact, value));
  if (wrong.length > 0) return `${fact.path} can't be ${wrong.join(', ')}`;
  const accepted = new Set<unknown>(values);
  const test = (value: unknown): boolean => accepted.has(value);
  if (fact.kind === 'boolean' && values.length === 1) {
    return { test, words: (_scope, wanted) => yesOrNo(fact, accepted.has(wanted)) };
  }
  const names = alternatives(values.map((value) => valueNames(fact, value)));
  return {
    test,
    words: (_scope, wanted) =>
      aboutFact(
        fact,
        wanted ? { zh: `为${names.zh}`, en: `is ${names.en}` } : { zh: `不为${names.zh}`, en: `is not ${names.en}` },
      ),
  };
}

function yesOrNo(fact: Fact, isSo: boolean): Bilingual {
  return isSo ? fact.names : { zh: `“${fact.names.zh}”不成立`, en: `not «${fact.names.en}»` };
}

/** `{ fact: …, is: value }` */
export const is: FactTestKind<Scalar> = {
  kinds: null,
  argument: Scalar,
  make: (value, fact) => oneOf(fact, [value]),
};

/** `{ fact: …, in: [values] }` */
export const isIn: FactTestKind<Scalar[]> = {
  kinds: null,
  argument: z.array(Scalar).min(1),
  make: (values, fact) => oneOf(fact, values),
};

/** `{ fact: …, atLeast: number }` */
export const atLeast: FactTestKind<number> = {
  kinds: ['count'],
  argument: z.number(),
  make: (least, fact) => ({
    test: (value) => Number(value) >= least,
    words: (_scope, wanted) =>
      aboutFact(
        fact,
        wanted ? { zh: `达到${least}`, en: `is at least ${least}` } : { zh: `不足${least}`, en: `is below ${least}` },
      ),
  }),
};
