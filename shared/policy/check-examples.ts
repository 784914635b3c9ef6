import type { Route } from '../contract/verdict.ts';
import { type FactGroup, readFacts } from './facts.ts';
import { judge } from './judge.ts';
import { layFacts } from './lay-facts.ts';
import type { Expectation, RawExamples } from './pack.ts';
import type { Sheet } from './pack-draft.ts';
import type { Pack } from './policy-pack.ts';
import type { PackProblem } from './yaml-file.ts';

/** Judges every example case of the pack and reports those that come out otherwise than they say. */
export function checkExamples(pack: Pack, sheets: readonly Sheet<RawExamples>[]): PackProblem[] {
  return sheets.flatMap(({ file, data }) =>
    data.examples.flatMap((example, index) =>
      differences(pack, data, example.facts, example.expect).map((message) => ({
        file: file.name,
        line: file.lineOf(['examples', index]),
        message: `${example.why}: ${message}`,
      })),
    ),
  );
}

function differences(pack: Pack, sheet: RawExamples, own: FactGroup, expect: Expectation): string[] {
  const read = readFacts(pack, layFacts({ ...sheet.base, procedure: sheet.procedure }, own));
  if (!read.ok) return [...read.problems];
  const route = judge(pack, read.facts).routes[0];
  return route === undefined ? ['no route was judged'] : compareRoute(route, expect);
}

/** What of a route is not as expected, one line each; empty when all is. */
export function compareRoute(route: Route, expect: Expectation): string[] {
  const missing = route.materials.missing.flatMap((group) => group.anyOf);
  const needed = route.materials.needed.flatMap((group) => group.anyOf);
  const companions = route.companions.map((each) => each.verdict);
  return [
    ...same('verdict', expect.verdict, route.verdict),
    ...same('companions', expect.companions, companions),
    ...same('approvals', expect.approvals, route.approvals),
    ...same('limitDays', expect.limitDays, route.limit?.days),
    ...includesAll('missingFacts', expect.missingFacts, route.missingFacts),
    ...includesAll('missingMaterials', expect.missingMaterials, missing),
    ...includesAll('documents', expect.documents, route.documents),
    ...(expect.missingMaterials?.length === 0 && missing.length > 0 ? [`missing materials ${missing.join(', ')}`] : []),
    ...(expect.neverNeeds ?? []).filter((id) => needed.includes(id)).map((id) => `needs ${id}`),
  ];
}

function same(name: string, expected: unknown, actual: unknown): string[] {
  if (expected === undefined || JSON.stringify(expected) === JSON.stringify(actual)) return [];
  return [`${name} is ${JSON.stringify(actual)}, expected ${JSON.stringify(expected)}`];
}

function includesAll(name: string, expected: readonly string[] | undefined, actual: readonly string[]): string[] {
  const lacking = (expected ?? []).filter((each) => !actual.includes(each));
  return lacking.length > 0 ? [`${name} lacks ${lacking.join(', ')}`] : [];
}
