import type { Bilingual } from '../../contract/verdict.ts';
import type { PlainDate } from '../../domain/plain-date.ts';
import type { FactGroup, Facts } from '../facts.ts';

/** True, false, or null: not known yet. */
export type Truth = boolean | null;

/** What a condition is asked about: one case and, inside companion rules, one companion of it. */
export interface Scope {
  readonly asOf: PlainDate;
  readonly facts: Facts;
  readonly materials: ReadonlySet<string>;
  readonly companion: { readonly index: number; readonly facts: FactGroup } | null;
}

/** Unknown facts and how much each of them tells. */
export type Wanted = Map<string, number>;

/** A condition compiled once from its YAML; every part is a pure function of the scope. */
export interface Condition {
  test(scope: Scope): Truth;
  /** Every fact it may read. */
  readonly reads: readonly string[];
  /** Adds the unknown facts that keep the answer open; asked only while `test` gives null. */
  ask(scope: Scope, weight: number, wanted: Wanted): void;
  /** What would have to be so for the answer to be `wanted`; null when nothing the applicant can change. */
  words(scope: Scope, wanted: boolean): Bilingual | null;
}

/** Adds to how much a fact tells. */
export function want(wanted: Wanted, path: string, weight: number): void {
  wanted.set(path, (wanted.get(path) ?? 0) + weight);
}

/** Turns an answer round; unknown stays unknown. */
export function negate(truth: Truth): Truth {
  return truth === null ? null : !truth;
}
