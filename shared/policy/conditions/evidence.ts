import { z } from 'zod';
import { alternatives } from '../bilingual.ts';
import type { FactGroup } from '../facts.ts';
import type { Operator } from './combine.ts';
import { type Scope, want } from './condition.ts';
import { brokenCondition, readArgument } from './site.ts';

const Ids = z.array(z.string()).min(1);

/** `material: [diploma]` holds when one of the papers is at hand. Without it nothing is known: a paper may still come. */
export const material: Operator = (argument, site) => {
  const ids = readArgument(Ids, argument, site);
  if (ids === null) return brokenCondition;
  for (const id of ids) if (!site.hasMaterial(id)) site.report(site.path, `no material ${id} in materials.yaml`);
  return {
    test: (scope) => (ids.some((id) => scope.materials.has(id)) ? true : null),
    reads: [],
    ask: (_scope, weight, wanted) => want(wanted, 'materials', weight),
    words: () => null,
  };
};

/** `someCompanion: {..}` holds when the inner condition holds of at least one companion. */
export const someCompanion: Operator = (argument, site) => {
  const inner = site.compile(argument, site.path, true);
  const scopes = (scope: Scope): Scope[] =>
    (scope.facts.companions ?? []).map((facts: FactGroup, index) => ({ ...scope, companion: { index, facts } }));
  return {
    test: (scope) => {
      const answers = scopes(scope).map((each) => inner.test(each));
      if (answers.includes(true)) return true;
      return answers.includes(null) ? null : false;
    },
    reads: inner.reads.map((path) => path.replace(/^companion\./, 'companions.')),
    ask: (scope, weight, wanted) => {
      for (const each of scopes(scope)) if (inner.test(each) === null) inner.ask(each, weight, wanted);
    },
    words: (scope, wanted) => {
      const texts = scopes(scope).map((each) => inner.words(each, wanted));
      const known = texts.filter((text) => text !== null);
      return known.length > 0 ? alternatives(known) : null;
    },
  };
};
