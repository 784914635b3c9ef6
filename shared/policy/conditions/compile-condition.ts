import type { FactCatalogue } from '../fact-catalogue.ts';
import { absent } from './absent.ts';
import { all, always, any, not, type Operator, sure, use } from './combine.ts';
import type { Condition } from './condition.ts';
import { endorsement } from './endorsement.ts';
import { material, someCompanion } from './evidence.ts';
import { factCondition } from './fact-condition.ts';
import { brokenCondition, type Site } from './site.ts';

/** Every word a condition may begin with, beside `fact`. */
const operators: ReadonlyMap<string, Operator> = new Map(
  Object.entries({ all, any, not, sure, use, always, absent, material, someCompanion, endorsement }),
);

/** What conditions of a file may refer to, and where its problems go. */
export interface Surroundings {
  readonly catalogue: FactCatalogue;
  /** Inside companion rules, where `companion.…` names the facts of the companion looked at. */
  readonly insideCompanion: boolean;
  hasMaterial(id: string): boolean;
  findNamed(name: string): Condition | null;
  report(path: readonly PropertyKey[], message: string): void;
}

/** Compiles a condition of a pack file; `path` is its place in the file. What is wrong with it goes to `report`. */
export function compileCondition(raw: unknown, path: readonly PropertyKey[], around: Surroundings): Condition {
  const site: Site = {
    path,
    findFact: (fact) => around.catalogue.find(fact),
    hasMaterial: around.hasMaterial,
    isNullable: (group) => around.catalogue.nullable.has(group),
    findNamed: around.findNamed,
    report: around.report,
    insideCompanion: around.insideCompanion,
    compile: (inner, innerPath, insideCompanion = around.insideCompanion) =>
      compileCondition(inner, innerPath, { ...around, insideCompanion }),
  };
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) {
    around.report(path, 'expected a condition');
    return brokenCondition;
  }
  const words = raw as Readonly<Record<string, unknown>>;
  if ('fact' in words) return factCondition(words, site);
  const [word, ...others] = Object.keys(words);
  const operator = word === undefined ? undefined : operators.get(word);
  if (word === undefined || operator === undefined || others.length > 0) {
    around.report(path, `expected one of fact, ${[...operators.keys()].join(', ')}`);
    return brokenCondition;
  }
  return operator(words[word], { ...site, path: [...path, word] });
}
