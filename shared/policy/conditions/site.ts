import type { z } from 'zod';
import type { Fact } from '../fact-catalogue.ts';
import { findingsOf } from '../issue-words.ts';
import type { Condition } from './condition.ts';

/** Where a condition stands while it is being compiled, and what it may refer to. */
export interface Site {
  /** Path inside the file, for the line of a problem. */
  readonly path: readonly PropertyKey[];
  findFact(path: string): Fact | null;
  hasMaterial(id: string): boolean;
  /** Whether a group of facts may be null. */
  isNullable(path: string): boolean;
  /** A condition of common.yaml, null when there is none or it refers to itself. */
  findNamed(name: string): Condition | null;
  report(path: readonly PropertyKey[], message: string): void;
  readonly insideCompanion: boolean;
  /** Compiles a condition that stands inside this one. */
  compile(raw: unknown, path: readonly PropertyKey[], insideCompanion?: boolean): Condition;
}

/** What stands for a condition that could not be compiled; the pack is refused anyway. */
export const brokenCondition: Condition = { test: () => null, reads: [], ask: () => undefined, words: () => null };

/** Reads an argument by its schema and reports what is wrong with it. */
export function readArgument<T>(schema: z.ZodType<T>, raw: unknown, site: Site): T | null {
  const result = schema.safeParse(raw);
  if (result.success) return result.data;
  for (const finding of findingsOf(result.error.issues)) site.report([...site.path, ...finding.path], finding.message);
  return null;
}

/** The fact at a path, reported when the pack has none or it is of another kind. */
export function readFact(path: string, kinds: readonly Fact['kind'][] | null, site: Site): Fact | null {
  const fact = site.findFact(path);
  if (fact === null) {
    site.report(site.path, `no fact ${path} in facts.yaml`);
    return null;
  }
  if (kinds !== null && !kinds.includes(fact.kind)) {
    site.report(site.path, `${path} is a ${fact.kind}, expected a ${kinds.join(' or ')}`);
    return null;
  }
  return fact;
}
