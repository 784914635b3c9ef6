import type { FactGroup } from './facts.ts';

/** Lays facts over others, group by group; lists and values replace, null takes a group away for certain. */
export function layFacts(below: FactGroup, above: FactGroup): FactGroup {
  const laid: Record<string, unknown> = { ...below };
  for (const [key, value] of Object.entries(above)) {
    const under = laid[key];
    laid[key] = isGroup(value) && isGroup(under) ? layFacts(under, value) : value;
  }
  return laid;
}

function isGroup(value: unknown): value is FactGroup {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
