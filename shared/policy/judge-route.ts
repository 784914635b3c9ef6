import type { Reason, Route, Verdict } from '../contract/verdict.ts';
import type { Condition, Scope, Truth, Wanted } from './conditions/condition.ts';
import { needsOf } from './materials.ts';
import { type Procedure, type Rule, verdictOf } from './policy-pack.ts';

/** A rule with its answer in this case. */
export interface Answered {
  readonly rule: Rule;
  readonly truth: Truth;
}

/** Asks the rules that are about this case. A rule of which it is open whether it applies is only sure when it holds anyway. */
export function askRules(rules: readonly Rule[], scope: Scope): Answered[] {
  const answers: Answered[] = [];
  for (const rule of rules) {
    const applies = rule.when === null ? true : rule.when.test(scope);
    if (applies === false) continue;
    const truth = rule.requires.test(scope);
    answers.push({ rule, truth: applies === null && truth === false ? null : truth });
  }
  return answers;
}

/** Judges one procedure. Missing papers never make it ineligible: they make the one-time notice. */
export function judgeRoute(procedure: Procedure, scope: Scope): Route {
  const answers = askRules(procedure.rules, scope);
  const verdict = verdictOf(answers.map((answer) => answer.truth));
  const companions = judgeCompanions(procedure, scope);
  const joining = companions.filter((companion) => companion.verdict !== 'ineligible').map((each) => each.index);
  const asked =
    verdict === 'ineligible' ? [] : [...unknownFacts(answers, scope), ...companions.flatMap((each) => each.asked)];
  return {
    procedure: procedure.id,
    name: procedure.names,
    verdict,
    reasons: answers.map(reasonOf),
    missingFacts: [...new Set(asked)],
    companions: companions.map(({ index, verdict: each, reasons }) => ({ index, verdict: each, reasons })),
    materials: needsOf(procedure, withCompanions(scope, joining)),
    approvals: [...new Set(procedure.approvals.filter((each) => holds(each.when, scope)).map((each) => each.level))],
    limit: limitOf(procedure, scope),
    documents: procedure.documents.filter((each) => holds(each.when, scope)).map((each) => each.id),
  };
}

function holds(when: Condition | null, scope: Scope): boolean {
  return when === null || when.test(scope) === true;
}

function limitOf(procedure: Procedure, scope: Scope): Route['limit'] {
  const limit = procedure.limits.find((each) => holds(each.when, scope));
  return limit === undefined ? null : { days: limit.days, kind: limit.kind };
}

function reasonOf({ rule, truth }: Answered): Reason {
  return { rule: rule.id, holds: truth, source: rule.source, text: rule.textFor(truth) };
}

/**
 * The unknown facts that keep the verdict open, the most telling first: a fact counts for every open rule, in full where it alone
 * can decide the rule, in part where it is one of several ways.
 */
function unknownFacts(answers: readonly Answered[], scope: Scope): string[] {
  const wanted: Wanted = new Map();
  for (const { rule, truth } of answers) {
    if (truth !== null) continue;
    if (rule.requires.test(scope) === null) rule.requires.ask(scope, 1, wanted);
    if (rule.when !== null && rule.when.test(scope) === null) rule.when.ask(scope, 1, wanted);
  }
  return [...wanted].sort((a, b) => b[1] - a[1]).map(([path]) => path);
}

interface JudgedCompanion {
  readonly index: number;
  readonly verdict: Verdict;
  readonly reasons: Reason[];
  readonly asked: readonly string[];
}

/** Judges everyone who is to come along; what becomes of them never touches the applicant's verdict. */
function judgeCompanions(procedure: Procedure, scope: Scope): JudgedCompanion[] {
  if (procedure.companionRules.length === 0) return [];
  return (scope.facts.companions ?? []).map((facts, index) => {
    const own: Scope = { ...scope, companion: { index, facts } };
    const answers = askRules(procedure.companionRules, own);
    const verdict = verdictOf(answers.map((answer) => answer.truth));
    const asked = verdict === 'incomplete' ? unknownFacts(answers, own) : [];
    return { index, verdict, reasons: answers.map(reasonOf), asked };
  });
}

/** The case with only those companions who may come: papers are asked for nobody else. */
function withCompanions(scope: Scope, joining: readonly number[]): Scope {
  const all = scope.facts.companions;
  if (all === undefined || joining.length === all.length) return scope;
  const companions = all.filter((_, index) => joining.includes(index));
  return { ...scope, facts: { ...scope.facts, companions } };
}
