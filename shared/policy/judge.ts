import type { Route, Verdict, VerdictReport } from '../contract/verdict.ts';
import type { Scope } from './conditions/condition.ts';
import { type Facts, materialsAtHand } from './facts.ts';
import { judgeRoute } from './judge-route.ts';
import type { Pack, Procedure } from './policy-pack.ts';

/** What conditions are asked about in this case, outside any companion. */
export function scopeOf(facts: Facts): Scope {
  return { asOf: facts.asOf, facts, materials: materialsAtHand(facts), companion: null };
}

/** The procedures a case is about: the chosen one, or every entry route of the pack. */
export function proceduresFor(pack: Pack, facts: Facts): readonly Procedure[] {
  if (facts.procedure === undefined) return pack.entry;
  const chosen = pack.procedures.get(facts.procedure);
  return chosen === undefined ? [] : [chosen];
}

const rank: Readonly<Record<Verdict, number>> = { eligible: 0, incomplete: 1, ineligible: 2 };

/**
 * The verdict on a case: a pure function of pack and facts, the same on every computer. Routes stand best first: eligible before
 * incomplete before ineligible, then by papers still missing, then in the order of the pack.
 */
export function judge(pack: Pack, facts: Facts): VerdictReport {
  const scope = scopeOf(facts);
  const routes = proceduresFor(pack, facts).map((procedure) => judgeRoute(procedure, scope));
  routes.sort((a, b) => rank[a.verdict] - rank[b.verdict] || missingCount(a) - missingCount(b));
  return { pack: pack.stamp, asOf: facts.asOf, routes };
}

function missingCount(route: Route): number {
  return route.materials.missing.length;
}
