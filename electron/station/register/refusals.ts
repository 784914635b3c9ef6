import { RefusedBecause } from '../../../shared/contract/conflict.ts';
import type { HistoryEntry } from '../../../shared/contract/register.ts';
import { PushOutcome } from '../../../shared/contract/registry.ts';
import { ConflictFacts } from '../../../shared/domain/events.ts';
import type { Program } from '../program.ts';
import { findAnswer } from '../store/events.ts';
import { findFacts } from '../store/happenings.ts';
import { findOperator } from '../store/operators.ts';
import { findSettledConflict } from '../store/refused-history.ts';

/** Why the registry did not take an own event, and how it was settled; null: it was not refused. */
export function refusalOf({ database }: Program, eventId: string): HistoryEntry['refusal'] {
  const answer = findAnswer(database, eventId);
  const outcome = answer === null ? null : PushOutcome.parse(JSON.parse(answer));
  if (outcome === null || outcome.outcome === 'confirmed') return null;
  const settled = findSettledConflict(database, eventId);
  return {
    because: RefusedBecause.parse(outcome.outcome === 'conflict' ? 'conflict' : outcome.reason),
    settlement: settled && {
      choice: settled.choice,
      reason: settled.reason,
      operator: findOperator(database, settled.operatorId)?.name ?? '',
      at: settled.at,
    },
  };
}

/** Which refused event an event settles, of this or another computer; null: none. */
export function settlesOf({ database }: Program, eventId: string): HistoryEntry['settles'] {
  const facts = ConflictFacts.safeParse(findFacts(database, eventId));
  if (!facts.success) return null;
  const { settledEventId, choice, reason } = facts.data;
  return { eventId: settledEventId, choice, reason };
}
