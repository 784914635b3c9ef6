import type { Bilingual } from '../contract/verdict.ts';
import { compileCondition } from './conditions/compile-condition.ts';
import type { Condition, Truth } from './conditions/condition.ts';
import type { FactCatalogue } from './fact-catalogue.ts';
import type { LegalSource, RawAdvice, RawApproval, RawCondition, RawLimit, RawMaterial, RawRule } from './pack.ts';
import type { Advice, Approval, Limit, MaterialChoice, MaterialGroup, Rule } from './policy-pack.ts';

type Path = readonly PropertyKey[];

/** One file while its parts are compiled: what they may refer to, and where its problems go. */
export interface Workbench {
  readonly catalogue: FactCatalogue;
  readonly sources: Readonly<Record<string, LegalSource>>;
  hasMaterial(id: string): boolean;
  hasDocument(id: string): boolean;
  findNamed(name: string): Condition | null;
  report(path: Path, message: string): void;
}

/** Compiles a condition standing at a place of the file. */
export function conditionAt(raw: RawCondition, path: Path, bench: Workbench, insideCompanion = false): Condition {
  return compileCondition(raw, path, { ...bench, insideCompanion });
}

function optionalCondition(
  raw: RawCondition | undefined,
  path: Path,
  bench: Workbench,
  inside = false,
): Condition | null {
  return raw === undefined ? null : conditionAt(raw, [...path, 'when'], bench, inside);
}

/** Reports a source or an article that pack.yaml does not list. */
export function checkSource(source: RawRule['source'], path: Path, bench: Workbench): void {
  const document = bench.sources[source.doc];
  if (document === undefined) bench.report([...path, 'source', 'doc'], `no source ${source.doc} in pack.yaml`);
  else if (!document.articles.includes(source.article)) {
    bench.report([...path, 'source', 'article'], `pack.yaml does not list article ${source.article} of ${source.doc}`);
  }
}

/** Replaces every `use: name` by the shared parts of that name and compiles the rest. */
export function expand<Raw extends object, Part>(
  written: readonly (Raw | { use: string })[],
  path: Path,
  shared: (name: string) => readonly Part[] | undefined,
  bench: Workbench,
  compile: (raw: Raw, path: Path, bench: Workbench) => Part,
): Part[] {
  return written.flatMap((each, index) => {
    if (!('use' in each)) return [compile(each, [...path, index], bench)];
    const parts = shared(each.use);
    if (parts === undefined) bench.report([...path, index, 'use'], `nothing named ${each.use} in common.yaml`);
    return parts ?? [];
  });
}

/** Compiles a rule; inside companion rules it may read `companion.…`. */
export function ruleAt(raw: RawRule, path: Path, bench: Workbench, insideCompanion = false): Rule {
  checkSource(raw.source, path, bench);
  return {
    id: raw.id,
    when: optionalCondition(raw.when, path, bench, insideCompanion),
    requires: conditionAt(raw.requires, [...path, 'requires'], bench, insideCompanion),
    textFor: textChooser(raw.text),
    change: raw.change ?? null,
    source: raw.source,
    status: raw.status,
  };
}

function textChooser(text: RawRule['text']): (truth: Truth) => Bilingual {
  if ('zh' in text) return () => text;
  const { holds, fails, unknown = fails } = text;
  return (truth) => {
    if (truth === null) return unknown;
    return truth ? holds : fails;
  };
}

/** Compiles a group of papers. */
export function materialAt(raw: RawMaterial, path: Path, bench: Workbench): MaterialGroup {
  checkSource(raw.source, path, bench);
  const choices = raw.anyOf.map((choice, index) => choiceAt(choice, [...path, 'anyOf', index], bench));
  for (const [index, choice] of choices.entries()) {
    if (!bench.hasMaterial(choice.id))
      bench.report([...path, 'anyOf', index], `no material ${choice.id} in materials.yaml`);
  }
  return {
    choices,
    when: optionalCondition(raw.when, path, bench),
    isOptional: raw.optional,
    source: raw.source,
    status: raw.status,
  };
}

/** Compiles a document of a procedure. */
export function documentAt(
  raw: string | { id: string; when: RawCondition },
  path: Path,
  bench: Workbench,
): MaterialChoice {
  const choice = choiceAt(raw, path, bench);
  if (!bench.hasDocument(choice.id)) bench.report(path, `no document ${choice.id} in documents.yaml`);
  return choice;
}

function choiceAt(raw: string | { id: string; when: RawCondition }, path: Path, bench: Workbench): MaterialChoice {
  return typeof raw === 'string'
    ? { id: raw, when: null }
    : { id: raw.id, when: optionalCondition(raw.when, path, bench) };
}

/** Compiles an approval level. */
export function approvalAt(raw: RawApproval, path: Path, bench: Workbench): Approval {
  checkSource(raw.source, path, bench);
  return { level: raw.level, when: optionalCondition(raw.when, path, bench), source: raw.source, status: raw.status };
}

/** Compiles a time limit. */
export function limitAt(raw: RawLimit, path: Path, bench: Workbench): Limit {
  checkSource(raw.source, path, bench);
  return { ...raw, when: optionalCondition(raw.when, path, bench) };
}

/** Compiles a hint. */
export function adviceAt(raw: RawAdvice, path: Path, bench: Workbench): Advice {
  checkSource(raw.source, path, bench);
  return { id: raw.id, when: conditionAt(raw.when, [...path, 'when'], bench), text: raw.text, source: raw.source };
}
