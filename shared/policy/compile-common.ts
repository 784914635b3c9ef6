import { compileSharedConduct } from './compile-conduct.ts';
import { approvalAt, conditionAt, materialAt, ruleAt, type Workbench } from './compile-parts.ts';
import type { Condition } from './conditions/condition.ts';
import type { RawCommon } from './pack.ts';
import type { Applicant, Approval, Check, Fee, MaterialGroup, Procedure, Rule, Step } from './policy-pack.ts';

/** How a procedure is carried out. */
export type Conduct = Pick<Procedure, 'catalogue' | 'effect' | 'page' | 'applicants' | 'steps' | 'checks' | 'fees'>;

/** The shared parts of that, by name. */
export interface ConductParts {
  readonly applicants: ReadonlyMap<string, readonly Applicant[]>;
  readonly steps: ReadonlyMap<string, readonly Step[]>;
  readonly checks: ReadonlyMap<string, readonly Check[]>;
  readonly fees: ReadonlyMap<string, readonly Fee[]>;
}

/** What procedures share, compiled once. */
export interface CommonParts {
  readonly rules: ReadonlyMap<string, Rule>;
  readonly companions: ReadonlyMap<string, readonly Rule[]>;
  readonly materials: ReadonlyMap<string, readonly MaterialGroup[]>;
  readonly approvals: ReadonlyMap<string, readonly Approval[]>;
  readonly conduct: ConductParts;
}

/**
 * Looks up the named conditions of common.yaml, each compiled when it is first asked for. A condition that reaches itself is
 * answered with null, which its user reports.
 */
export function namedConditions(raw: RawCommon, bench: Workbench): (name: string) => Condition | null {
  const done = new Map<string, Condition>();
  const underWay = new Set<string>();
  const find = (name: string): Condition | null => {
    const known = done.get(name);
    if (known) return known;
    const written = raw.conditions[name];
    if (written === undefined || underWay.has(name)) return null;
    underWay.add(name);
    const condition = conditionAt(written, ['conditions', name], { ...bench, findNamed: find }, true);
    underWay.delete(name);
    done.set(name, condition);
    return condition;
  };
  return find;
}

/** Compiles the shared rules, material groups and approvals. */
export function compileCommon(raw: RawCommon, bench: Workbench): CommonParts {
  for (const name of Object.keys(raw.conditions)) {
    if (bench.findNamed(name) === null) bench.report(['conditions', name], 'the condition refers to itself');
  }
  return {
    rules: new Map(raw.rules.map((rule, index) => [rule.id, ruleAt(rule, ['rules', index], bench)])),
    companions: eachOf(raw.companions, 'companions', (rule, path) => ruleAt(rule, path, bench, true)),
    materials: eachOf(raw.materials, 'materials', (group, path) => materialAt(group, path, bench)),
    approvals: eachOf(raw.approvals, 'approvals', (approval, path) => approvalAt(approval, path, bench)),
    conduct: compileSharedConduct(raw, bench),
  };
}

function eachOf<Raw, Part>(
  lists: Readonly<Record<string, readonly Raw[]>>,
  section: string,
  compile: (raw: Raw, path: readonly PropertyKey[]) => Part,
): Map<string, Part[]> {
  return new Map(
    Object.entries(lists).map(([name, list]) => [name, list.map((raw, index) => compile(raw, [section, name, index]))]),
  );
}
