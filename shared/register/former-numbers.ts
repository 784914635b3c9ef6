import type { Person } from '../domain/records.ts';

/**
 * The numbers a person bore before, once they bear `next`: the one they bear now joins them, and one that they get back is a former one no
 * longer.
 */
export function formerNumbersWith(
  { citizenId, formerCitizenIds }: Pick<Person, 'citizenId' | 'formerCitizenIds'>,
  next: string,
): string[] {
  if (next === citizenId) return [...formerCitizenIds];
  return [...formerCitizenIds.filter((number) => number !== citizenId), citizenId].filter((number) => number !== next);
}
