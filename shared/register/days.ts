import { isRealDay } from '../domain/plain-date.ts';
import { refuse } from './refusal.ts';
import type { Workbench } from './workbench.ts';

/**
 * A day on which something came true in somebody's life: real, not after today, not before the birth. Refuses with input-invalid,
 * date-future or date-before-birth.
 */
export function checkHappened(
  bench: Workbench,
  day: string,
  field: string,
  person: { readonly name: string; readonly bornOn: string } | null = null,
): void {
  if (!isRealDay(day)) refuse('input-invalid', field);
  if (day > bench.context.today) refuse('date-future', field);
  if (person && day < person.bornOn) refuse('date-before-birth', field, { name: person.name });
}
