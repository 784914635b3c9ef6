import type { PlainDate } from '../domain/plain-date.ts';
import { findingsOf, pathWords } from './issue-words.ts';
import type { Pack } from './policy-pack.ts';

/** A nested bag of facts; what is left out is not known, null is known not to be there. */
export interface FactGroup {
  readonly [key: string]: unknown;
}

/** The facts of one case, checked against the pack. Made by `readFacts` only. */
export interface Facts extends FactGroup {
  readonly asOf: PlainDate;
  readonly procedure?: string;
  readonly companions?: readonly FactGroup[];
  readonly materials?: readonly (string | { readonly id: string; readonly state: string })[];
}

/** The facts, or one line for each thing wrong: `residence.basis: expected one of …`. */
export type FactsAnswer =
  | { readonly ok: true; readonly facts: Facts }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Checks a case against the facts the pack knows. An unknown key, value, procedure or material is a problem. */
export function readFacts(pack: Pack, input: unknown): FactsAnswer {
  const result = pack.catalogue.schema.safeParse(input);
  if (result.success) return { ok: true, facts: result.data as unknown as Facts };
  const problems = findingsOf(result.error.issues).map((finding) => {
    const place = pathWords(finding.path);
    return place === '' ? finding.message : `${place}: ${finding.message}`;
  });
  return { ok: false, problems };
}

/** The ids of the materials at hand, whatever their state: paper, verified or promised. */
export function materialsAtHand(facts: Facts): ReadonlySet<string> {
  return new Set((facts.materials ?? []).map((material) => (typeof material === 'string' ? material : material.id)));
}
