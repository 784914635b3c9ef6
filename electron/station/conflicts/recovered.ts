import type { PushOutcome } from '../../../shared/contract/registry.ts';
import type { RegisterEvent } from '../../../shared/domain/events.ts';
import { confirmCase, conflictCase } from '../cases/answers.ts';
import type { Program } from '../program.ts';
import { findOperator } from '../store/operators.ts';
import { addSettledConflict, keepRefused } from '../store/refused-history.ts';
import { reasonOf, withdrawEvent } from '../sync/outbox.ts';
import { followSettlement } from './follow-settlement.ts';
import { findRefused } from './refused.ts';

/**
 * The file is an old copy that knows the refused event but not that it was settled: the event leaves the desk again, and its case is where the
 * answer to the settlement puts it. Does nothing for any other event. Runs inside the transaction that takes the event back.
 */
export function recoverSettlement(program: Program, event: RegisterEvent, outcome: PushOutcome): void {
  if (event.kind !== 'conflict.settled') return;
  const { database } = program;
  const { settledEventId, choice, reason } = event.facts;
  const refused = findRefused(database, settledEventId);
  if (!refused) return;
  // An account made after the copy was taken is not in it.
  const operatorId = findOperator(database, event.operatorId)?.operatorId ?? refused.event.operatorId;
  keepRefused(database, settledEventId);
  const settled = {
    eventId: settledEventId,
    settledBy: event.eventId,
    choice,
    reason,
    operatorId,
    at: event.occurredAt,
  };
  addSettledConflict(database, settled);
  withdrawEvent(database, settledEventId);
  followSettlement(program, { event: refused.event, settling: event, reason, operatorId });
  if (outcome.outcome === 'confirmed') confirmCase(program, event.eventId, event.caseId);
  else conflictCase(program, event.eventId, event.caseId, reasonOf(outcome));
}
