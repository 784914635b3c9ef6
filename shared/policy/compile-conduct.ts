import type { CommonParts, Conduct, ConductParts } from './compile-common.ts';
import { checkSource, conditionAt, expand, type Workbench } from './compile-parts.ts';
import type { Condition } from './conditions/condition.ts';
import type { RawCommon, RawCondition, RawProcedure } from './pack.ts';
import type { Applicant, Check, Fee, Step } from './policy-pack.ts';
import type { RawApplicant, RawCheck, RawFee, RawStep } from './procedure-conduct.ts';

type Path = readonly PropertyKey[];

/** The `when` of a part, and its source checked; shared by every part of the conduct. */
function whenOf(
  raw: { readonly when?: RawCondition | undefined; readonly source: RawFee['source'] },
  path: Path,
  bench: Workbench,
): Condition | null {
  checkSource(raw.source, path, bench);
  return raw.when === undefined ? null : conditionAt(raw.when, [...path, 'when'], bench);
}

function applicantAt(raw: RawApplicant, path: Path, bench: Workbench): Applicant {
  for (const [index, paper] of raw.papers.entries()) {
    if (!bench.hasMaterial(paper)) bench.report([...path, 'papers', index], `no material ${paper} in materials.yaml`);
  }
  return { who: raw.who, papers: raw.papers, when: whenOf(raw, path, bench), source: raw.source, status: raw.status };
}

function stepAt(raw: RawStep, path: Path, bench: Workbench): Step {
  return { step: raw.step, by: raw.by, when: whenOf(raw, path, bench), source: raw.source, status: raw.status };
}

function checkAt(raw: RawCheck, path: Path, bench: Workbench): Check {
  return { kind: raw.kind, need: raw.need, when: whenOf(raw, path, bench), source: raw.source, status: raw.status };
}

function feeAt(raw: RawFee, path: Path, bench: Workbench): Fee {
  return { item: raw.item, yuan: raw.yuan, when: whenOf(raw, path, bench), source: raw.source, status: raw.status };
}

/** Compiles what common.yaml shares about carrying procedures out. */
export function compileSharedConduct(raw: RawCommon, bench: Workbench): ConductParts {
  return {
    applicants: named(raw.applicants, 'applicants', bench, applicantAt),
    steps: named(raw.steps, 'steps', bench, stepAt),
    checks: named(raw.checks, 'checks', bench, checkAt),
    fees: named(raw.fees, 'fees', bench, feeAt),
  };
}

function named<Raw, Part>(
  lists: Readonly<Record<string, readonly Raw[]>>,
  section: string,
  bench: Workbench,
  compile: (raw: Raw, path: Path, bench: Workbench) => Part,
): Map<string, Part[]> {
  const compiled = Object.entries(lists).map(
    ([name, list]) => [name, list.map((raw, index) => compile(raw, [section, name, index], bench))] as const,
  );
  return new Map(compiled);
}

/** Compiles how a procedure is carried out. */
export function compileConduct(raw: RawProcedure, common: CommonParts, bench: Workbench): Conduct {
  const shared = common.conduct;
  return {
    catalogue: raw.catalogue,
    effect: raw.effect,
    page: raw.page,
    applicants: expand(raw.applicants, ['applicants'], (name) => shared.applicants.get(name), bench, applicantAt),
    steps: expand(raw.steps, ['steps'], (name) => shared.steps.get(name), bench, stepAt),
    checks: expand(raw.checks, ['checks'], (name) => shared.checks.get(name), bench, checkAt),
    fees: expand(raw.fees, ['fees'], (name) => shared.fees.get(name), bench, feeAt),
  };
}
