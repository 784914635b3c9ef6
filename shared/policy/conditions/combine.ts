import { z } from 'zod';
import type { Bilingual } from '../../contract/verdict.ts';
import { alternatives, joinWords } from '../bilingual.ts';
import { type Condition, negate, type Scope, type Truth, type Wanted } from './condition.ts';
import { brokenCondition, readArgument, type Site } from './site.ts';

const List = z.array(z.unknown()).min(1, 'expected at least one condition');

/** Makes a condition from the argument of its word. */
export type Operator = (argument: unknown, site: Site) => Condition;

const and: Bilingual = { zh: '，并且', en: ' and ' };

/** `all: [..]` fails at the first that fails; `any: [..]` holds at the first that holds. Unknown parts leave the rest open. */
export const all: Operator = (argument, site) => combined(argument, site, false);
export const any: Operator = (argument, site) => combined(argument, site, true);

function combined(argument: unknown, site: Site, decisive: boolean): Condition {
  const parts = readArgument(List, argument, site)?.map((raw, index) => site.compile(raw, [...site.path, index])) ?? [];
  const test = (scope: Scope): Truth => {
    let answer: Truth = !decisive;
    for (const part of parts) {
      const truth = part.test(scope);
      if (truth === decisive) return decisive;
      if (truth === null) answer = null;
    }
    return answer;
  };
  const ask = (scope: Scope, weight: number, wanted: Wanted): void => {
    const open = parts.filter((part) => part.test(scope) === null);
    for (const part of open) part.ask(scope, decisive ? weight / open.length : weight, wanted);
  };
  const words = (scope: Scope, wanted: boolean): Bilingual | null => {
    const changeable = parts.filter((part) => part.test(scope) !== wanted).map((part) => part.words(scope, wanted));
    const texts = changeable.filter((text) => text !== null);
    if (texts.length === 0) return null;
    if (wanted === decisive) return alternatives(texts);
    return texts.length === changeable.length ? joinWords(texts, and) : null;
  };
  return { test, reads: parts.flatMap((part) => part.reads), ask, words };
}

/** `not: {..}` */
export const not: Operator = (argument, site) => {
  const inner = site.compile(argument, site.path);
  return {
    test: (scope) => negate(inner.test(scope)),
    reads: inner.reads,
    ask: inner.ask,
    words: (scope, wanted) => inner.words(scope, !wanted),
  };
};

/** `use: name` stands for a condition of common.yaml. */
export const use: Operator = (argument, site) => {
  const name = readArgument(z.string(), argument, site);
  if (name === null) return brokenCondition;
  const named = site.findNamed(name);
  if (named === null) site.report(site.path, `no condition ${name} in common.yaml, or it refers to itself`);
  const strayed = site.insideCompanion ? undefined : named?.reads.find((path) => path.startsWith('companion.'));
  if (strayed !== undefined) site.report(site.path, `${name} reads ${strayed}, which only companion rules can`);
  return named ?? brokenCondition;
};

/** `always: true` holds of every case. */
export const always: Operator = (argument, site) => {
  readArgument(z.literal(true), argument, site);
  return { test: () => true, reads: [], ask: () => undefined, words: () => null };
};

/** `sure: {..}` holds only where the inner condition is known to hold; it is never unknown and asks for nothing. */
export const sure: Operator = (argument, site) => {
  const inner = site.compile(argument, site.path);
  return {
    test: (scope) => inner.test(scope) === true,
    reads: inner.reads,
    ask: () => undefined,
    words: (scope, wanted) => inner.words(scope, wanted),
  };
};
