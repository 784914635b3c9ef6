import type { CommonParts } from './compile-common.ts';
import { compileConduct } from './compile-conduct.ts';
import {
  adviceAt,
  approvalAt,
  documentAt,
  expand,
  limitAt,
  materialAt,
  ruleAt,
  type Workbench,
} from './compile-parts.ts';
import type { RawProcedure } from './pack.ts';
import type { Procedure, Rule } from './policy-pack.ts';

/** Compiles a procedure, taking in the shared parts it uses. */
export function compileProcedure(
  raw: RawProcedure,
  otherPaths: readonly string[],
  common: CommonParts,
  questions: ReadonlySet<string>,
  bench: Workbench,
): Procedure {
  const rules = expand(raw.rules, ['rules'], (name) => listOf(common.rules.get(name)), bench, ruleAt);
  checkRuleIds(rules, bench);
  for (const [index, id] of raw.questions.entries()) {
    if (!questions.has(id)) bench.report(['questions', index], `no question ${id} in questions.yaml`);
  }
  return {
    id: raw.id,
    names: raw.names,
    rules,
    companionRules: companionRules(raw, common, bench),
    materials: expand(raw.materials, ['materials'], (name) => common.materials.get(name), bench, materialAt),
    approvals: expand(raw.approvals, ['approvals'], (name) => common.approvals.get(name), bench, approvalAt),
    limits: raw.limit.map((limit, index) => limitAt(limit, ['limit', index], bench)),
    documents: raw.documents.map((each, index) => documentAt(each, ['documents', index], bench)),
    questions: raw.questions,
    advice: raw.advice.map((each, index) => adviceAt(each, ['advice', index], bench)),
    otherPaths,
    ...compileConduct(raw, common, bench),
  };
}

function listOf<T>(value: T | undefined): readonly T[] | undefined {
  return value === undefined ? undefined : [value];
}

function companionRules(raw: RawProcedure, common: CommonParts, bench: Workbench): readonly Rule[] {
  if (raw.companions === undefined) return [];
  const rules = common.companions.get(raw.companions);
  if (rules === undefined) bench.report(['companions'], `no companion rules ${raw.companions} in common.yaml`);
  return rules ?? [];
}

function checkRuleIds(rules: readonly Rule[], bench: Workbench): void {
  const seen = new Set<string>();
  for (const rule of rules) {
    if (seen.has(rule.id)) bench.report(['rules'], `two rules are called ${rule.id}`);
    seen.add(rule.id);
  }
}
