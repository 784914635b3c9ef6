import { z } from 'zod';

/**
 * The area whose register this is, by its code (行政区划代码, GB/T 2260): a prefecture's four digits, or a province's two, or a county's six. On a
 * database that several divisions share each has a schema of its own with all tables in it, so that none waits for another, and a distributed
 * server can put each where it likes.
 */
export const Division = z.string().regex(/^\d{2}(\d{2}){0,2}$/);

/** The PostgreSQL schema of a division. */
export function schemaOf(division: string): string {
  return `division_${Division.parse(division)}`;
}
