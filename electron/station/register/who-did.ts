import type { HistoryEntry } from '../../../shared/contract/register.ts';
import type { RegisterEvent } from '../../../shared/domain/events.ts';
import type { Program } from '../program.ts';
import { findEvent } from '../store/events.ts';
import { findOperator } from '../store/operators.ts';
import { listReasons } from './reasons.ts';

/** By whom and why, as the history tells it. */
type Doing = Pick<HistoryEntry, 'operator' | 'role' | 'isThisWindow' | 'reasons'>;

/** Who did what an event says, at which window, and why. Operators are known at their own computer only. */
export function whoDid(
  { database }: Pick<Program, 'database'>,
  { eventId, operatorId, facts }: { readonly operatorId: string | null } & Pick<RegisterEvent, 'eventId' | 'facts'>,
): Doing {
  const operator = operatorId === null ? null : findOperator(database, operatorId);
  return {
    operator: operator?.name ?? '',
    role: operator?.role ?? null,
    isThisWindow: findEvent(database, eventId) !== null,
    reasons: listReasons(facts),
  };
}
