import type { Fact } from '../fact-catalogue.ts';
import type { FactGroup } from '../facts.ts';
import type { Scope } from './condition.ts';

/** A value of a fact: undefined when not known, null when known not to be there (`hukou: null`). */
export type FactValue = string | number | boolean | null | undefined;

/** How a fact is read, and the path an officer is asked for it by. */
export interface FactReader {
  read(scope: Scope): FactValue;
  askedAs(scope: Scope): string;
}

/** Makes the reader of a fact; the path is taken apart once. */
export function factReader(fact: Fact): FactReader {
  const steps = fact.path.split('.');
  const ofCompanion = steps[0] === 'companion';
  const [first = '', second, third] = ofCompanion ? steps.slice(1) : steps;
  const walk = (facts: FactGroup | undefined): unknown => step(step(step(facts, first), second), third);
  const read = (scope: Scope): FactValue => {
    const value = walk(ofCompanion ? scope.companion?.facts : scope.facts);
    return typeof value === 'string' && fact.unknown.has(value) ? undefined : (value as FactValue);
  };
  const tail = steps.slice(1).join('.');
  const askedAs = (scope: Scope): string =>
    ofCompanion ? `companions.${scope.companion?.index ?? 0}.${tail}` : fact.path;
  return { read, askedAs };
}

function step(value: unknown, key: string | undefined): unknown {
  if (key === undefined || value === undefined || value === null) return value;
  return (value as FactGroup)[key];
}
