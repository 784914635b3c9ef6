import type { Bilingual, RouteAdvice } from '../contract/verdict.ts';
import type { Scope } from './conditions/condition.ts';
import type { Facts } from './facts.ts';
import { scopeOf } from './judge.ts';
import { askRules, judgeRoute } from './judge-route.ts';
import type { Pack, Procedure, Rule } from './policy-pack.ts';

/**
 * For a route that does not fit: what would change it, one sentence for each failing rule, and which other ways are open now
 * (other entry routes that fit, then the paths for those who can't or won't settle). Empty lists when nothing can be said.
 * Null when the pack has no such procedure.
 */
export function explainChange(pack: Pack, facts: Facts, procedureId: string): RouteAdvice | null {
  const procedure = pack.procedures.get(procedureId);
  if (procedure === undefined) return null;
  const scope = scopeOf(facts);
  const failing = askRules(procedure.rules, scope).filter((answer) => answer.truth === false);
  return {
    procedure: procedureId,
    changes: failing.flatMap(({ rule }) => changeOf(pack, rule, scope)),
    otherPaths: otherPaths(pack, procedure, scope),
  };
}

/** The officer's hints that hold in this case; they decide nothing. */
export function adviceFor(pack: Pack, facts: Facts, procedureId: string): Bilingual[] {
  const scope = scopeOf(facts);
  const advice = pack.procedures.get(procedureId)?.advice ?? [];
  return advice.filter((each) => each.when.test(scope) === true).map((each) => each.text);
}

function changeOf(pack: Pack, rule: Rule, scope: Scope): Bilingual[] {
  const words = rule.change ?? rule.requires.words(scope, true);
  if (words === null) return [];
  const names = pack.sources.get(rule.source.doc)?.names;
  const { article } = rule.source;
  return [
    {
      zh: `${words.zh}，即符合${names?.zh ?? rule.source.doc}第${article}条的要求。`,
      en: `This would meet article ${article} of ${names?.en ?? rule.source.doc}: ${words.en}.`,
    },
  ];
}

function otherPaths(pack: Pack, current: Procedure, scope: Scope): RouteAdvice['otherPaths'] {
  const isOther = (procedure: Procedure): boolean => procedure.id !== current.id;
  const open = (procedure: Procedure, accepts: readonly string[]): boolean =>
    accepts.includes(judgeRoute(procedure, scope).verdict);
  const isEntry = pack.entry.some((procedure) => procedure.id === current.id);
  const entries = isEntry ? pack.entry.filter((procedure) => isOther(procedure) && open(procedure, ['eligible'])) : [];
  const others = pack.otherPaths.filter(
    (procedure) => isOther(procedure) && open(procedure, ['eligible', 'incomplete']),
  );
  return [...entries, ...others].map((procedure) => ({ procedure: procedure.id, name: procedure.names }));
}
