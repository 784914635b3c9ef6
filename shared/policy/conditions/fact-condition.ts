import { z } from 'zod';
import type { Fact } from '../fact-catalogue.ts';
import { type Condition, type Scope, type Truth, want } from './condition.ts';
import { ageAtLeast, ageBelow, daysAgoAtLeast, daysAgoAtMost, monthsAgoAtLeast, notAfterToday } from './date-tests.ts';
import { otherThan, sameAs, within } from './division-tests.ts';
import type { FactTest, FactTestKind } from './fact-test.ts';
import { type FactReader, factReader } from './read-fact.ts';
import { brokenCondition, readArgument, readFact, type Site } from './site.ts';
import { atLeast, is, isIn } from './value-tests.ts';

type Maker = (argument: unknown, fact: Fact, site: Site) => Condition;

/** Every word that may follow `fact:`. */
const makers: ReadonlyMap<string, Maker> = new Map(
  Object.entries({
    is: testing(is),
    in: testing(isIn),
    atLeast: testing(atLeast),
    monthsAgoAtLeast: testing(monthsAgoAtLeast),
    daysAgoAtLeast: testing(daysAgoAtLeast),
    daysAgoAtMost: testing(daysAgoAtMost),
    ageAtLeast: testing(ageAtLeast),
    ageBelow: testing(ageBelow),
    notAfterToday: testing(notAfterToday),
    sameAs: testing(sameAs),
    otherThan: testing(otherThan),
    within: testing(within),
    known,
    stated,
  }),
);

/** `{ fact: path, <word>: argument }` */
export function factCondition(raw: Readonly<Record<string, unknown>>, site: Site): Condition {
  const { fact: path, ...rest } = raw;
  const [word, ...others] = Object.keys(rest);
  const maker = word === undefined ? undefined : makers.get(word);
  if (word === undefined || maker === undefined || others.length > 0) {
    site.report(site.path, `expected fact and one of ${[...makers.keys()].join(', ')}`);
    return brokenCondition;
  }
  if (typeof path !== 'string') {
    site.report([...site.path, 'fact'], 'expected the path of a fact');
    return brokenCondition;
  }
  if (path.startsWith('companion.') && !site.insideCompanion) {
    site.report([...site.path, 'fact'], `${path} is a fact of a companion; wrap it in someCompanion`);
  }
  const fact = site.findFact(path);
  if (fact !== null) return maker(rest[word], fact, { ...site, path: [...site.path, word] });
  site.report([...site.path, 'fact'], `no fact ${path} in facts.yaml`);
  return brokenCondition;
}

function testing<T>(kind: FactTestKind<T>): Maker {
  return (argument, fact, site) => {
    const value = readArgument(kind.argument, argument, site);
    if (value === null || readFact(fact.path, kind.kinds, site) === null) return brokenCondition;
    const made = kind.make(value, fact, site.findFact);
    if (typeof made === 'string') {
      site.report(site.path, made);
      return brokenCondition;
    }
    return tested(fact, made);
  };
}

/** Unknown while the fact is unknown; false where it is known that there is none. */
function tested(fact: Fact, made: FactTest): Condition {
  const reader = factReader(fact);
  const test = (scope: Scope): Truth => {
    const value = reader.read(scope);
    if (value === undefined) return null;
    return value === null ? false : made.test(value, scope);
  };
  const readers: FactReader[] = made.other ? [reader, made.other.reader] : [reader];
  return {
    test,
    reads: made.other ? [fact.path, made.other.fact.path] : [fact.path],
    ask: (scope, weight, wanted) => {
      for (const each of readers) if (each.read(scope) === undefined) want(wanted, each.askedAs(scope), weight);
    },
    words: (scope, wanted) => made.words(scope, wanted, reader.read(scope)),
  };
}

/** `{ fact: …, known: true }`: whether it is known at all, a group known to be absent included. Never asks for it. */
function known(argument: unknown, fact: Fact, site: Site): Condition {
  const expected = readArgument(z.boolean(), argument, site);
  const reader = factReader(fact);
  return {
    test: (scope) => (reader.read(scope) !== undefined) === expected,
    reads: [fact.path],
    ask: () => undefined,
    words: () => null,
  };
}

/** `{ fact: …, stated: true }`: holds once the fact is known, whatever it is; until then it asks for it. */
function stated(argument: unknown, fact: Fact, site: Site): Condition {
  readArgument(z.literal(true), argument, site);
  const reader = factReader(fact);
  return {
    test: (scope) => (reader.read(scope) === undefined ? null : true),
    reads: [fact.path],
    ask: (scope, weight, wanted) => want(wanted, reader.askedAs(scope), weight),
    words: () => null,
  };
}
