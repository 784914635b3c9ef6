import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nested } from '../../../shared/policy/answers.ts';
import type { Fact } from '../../../shared/policy/fact-catalogue.ts';
import { type FactGroup, type Facts, readFacts } from '../../../shared/policy/facts.ts';
import { judge, scopeOf } from '../../../shared/policy/judge.ts';
import { askRules } from '../../../shared/policy/judge-route.ts';
import { pack } from './liaoyuan.ts';

const day = fc
  .integer({ min: Date.UTC(1940, 0, 1), max: Date.UTC(2027, 11, 31) })
  .map((instant) => new Date(instant).toISOString().slice(0, 10));

const values: Record<Fact['kind'], (fact: Fact) => fc.Arbitrary<unknown>> = {
  choice: (fact) => fc.constantFrom(...fact.values.keys()),
  boolean: () => fc.boolean(),
  date: () => day,
  count: () => fc.integer({ min: 0, max: 30 }),
  division: () => fc.constantFrom('220402', '220403', '220421', '220122', '210102'),
  'citizen-number': () => fc.constant('220402199001010013'),
};

const caseFacts = pack.catalogue.list().filter((fact) => !fact.path.startsWith('companion.'));
const settings = fc.record(Object.fromEntries(caseFacts.map((fact) => [fact.path, values[fact.kind](fact)])), {
  requiredKeys: [],
});

const oneFact = fc.constantFrom(...caseFacts).chain((fact) => fc.tuple(fc.constant(fact), values[fact.kind](fact)));

function read(own: Readonly<Record<string, unknown>>, asOf: string): Facts {
  const result = readFacts(pack, { ...nested(own), asOf });
  if (!result.ok) throw new Error(result.problems.join('\n'));
  return result.facts;
}

/** Every rule of every procedure with its answer and the facts it names. */
function answersFor(facts: Facts) {
  const scope = scopeOf(facts);
  return [...pack.procedures.values()].flatMap((procedure) =>
    procedure.rules.map((rule) => ({
      key: `${procedure.id} ${rule.id}`,
      names: [...rule.requires.reads, ...(rule.when?.reads ?? [])],
      truth: askRules([rule], scope)[0]?.truth,
    })),
  );
}

function reversed(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, reversed(inner)]),
  );
}

describe('verdicts on any case', () => {
  it('change only by facts that the changed rule names', () => {
    fc.assert(
      fc.property(settings, oneFact, day, (own, [fact, added], asOf) => {
        const { [fact.path]: _removed, ...before } = own;
        const old = new Map(answersFor(read(before, asOf)).map((answer) => [answer.key, answer.truth]));
        for (const answer of answersFor(read({ ...before, [fact.path]: added }, asOf))) {
          if (answer.truth === old.get(answer.key)) continue;
          const named = answer.names.some((path) => path === fact.path || fact.path.startsWith(`${path}.`));
          expect(named, `${answer.key} changed by ${fact.path}`).toBe(true);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('do not depend on the order of keys', () => {
    fc.assert(
      fc.property(settings, day, (own, asOf) => {
        const facts = read(own, asOf);
        expect(judge(pack, reversed(facts) as Facts)).toEqual(judge(pack, facts));
      }),
      { numRuns: 60 },
    );
  });

  it('do not depend on the order of papers and names them all the same', () => {
    const papers = fc.shuffledSubarray([...pack.materials.keys()]);
    fc.assert(
      fc.property(settings, day, papers, (own, asOf, materials) => {
        const facts = read(own, asOf);
        const turned = [...materials].reverse();
        expect(judge(pack, { ...facts, materials: turned })).toEqual(judge(pack, { ...facts, materials }));
      }),
      { numRuns: 60 },
    );
  });

  it('never turn a holding reason round by a fact that the reason does not name', () => {
    fc.assert(
      fc.property(settings, oneFact, day, (own, [fact, added], asOf) => {
        const { [fact.path]: _removed, ...before } = own;
        const reasons = (values: Readonly<Record<string, unknown>>) =>
          [...pack.procedures.values()].flatMap((procedure) =>
            judge(pack, { ...read(values, asOf), procedure: procedure.id }).routes.flatMap((route) =>
              route.reasons.map((reason) => ({ procedure, reason })),
            ),
          );
        const held = new Set(
          reasons(before).flatMap(({ procedure, reason }) => (reason.holds ? [`${procedure.id} ${reason.rule}`] : [])),
        );
        for (const { procedure, reason } of reasons({ ...before, [fact.path]: added })) {
          if (reason.holds !== false || !held.has(`${procedure.id} ${reason.rule}`)) continue;
          const rule = procedure.rules.find((each) => each.id === reason.rule);
          const names = [...(rule?.requires.reads ?? []), ...(rule?.when?.reads ?? [])];
          const isNamed = names.some((path) => path === fact.path || fact.path.startsWith(`${path}.`));
          expect(isNamed, `${reason.rule} turned round by ${fact.path}`).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('ask for a fact whenever they are incomplete, and only for facts not given', () => {
    fc.assert(
      fc.property(settings, day, (own, asOf) => {
        for (const procedure of pack.procedures.keys()) {
          const route = judge(pack, { ...read(own, asOf), procedure }).routes[0];
          if (route?.verdict === 'incomplete') expect(route.missingFacts, procedure).not.toEqual([]);
          const given = (route?.missingFacts ?? []).filter((path) => path in own && own[path] !== '90');
          expect(given, procedure).toEqual([]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('leave missing papers out of the verdict', () => {
    fc.assert(
      fc.property(settings, day, (own, asOf) => {
        const facts = read(own, asOf);
        const empty: FactGroup = { ...facts, materials: [] };
        const verdicts = (each: Facts) =>
          judge(pack, each).routes.map((route) => `${route.procedure} ${route.verdict}`);
        expect(verdicts(empty as Facts).sort()).toEqual(verdicts(facts).sort());
      }),
      { numRuns: 40 },
    );
  });
});
