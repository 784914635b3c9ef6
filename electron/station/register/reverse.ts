import type { Answer } from '../../../shared/contract/errors.ts';
import { done, fail } from '../../../shared/contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import type { Effect, RegisterEvent } from '../../../shared/domain/events.ts';
import { recordSchemas } from '../../../shared/domain/register-records.ts';
import { planReversal, type ReversalAsked } from '../../../shared/register/reversal.ts';
import { realContext } from '../cases/change-context.ts';
import { makeEvent } from '../cases/make-event.ts';
import { findFrozen } from '../freeze/freezes.ts';
import type { Calling, Program } from '../program.ts';
import { addCaseAct } from '../store/case-acts.ts';
import { applyOwnEvent } from '../store/effects.ts';
import { findEvent } from '../store/events.ts';
import { findHappening, hasLaterHistory, listHistoryOfEvent } from '../store/happenings.ts';
import { registerView } from '../store/register-view.ts';

function askedOf(program: Program, event: RegisterEvent, reason: string): ReversalAsked {
  const { database } = program;
  const lines = listHistoryOfEvent(database, event.eventId);
  const before = ({ kind, id }: Effect) => {
    const line = lines.find((each) => each.kind === kind && each.recordId === id);
    return line?.before ? recordSchemas[kind].parse(line.before) : null;
  };
  return {
    event,
    reason,
    state: findEvent(database, event.eventId)?.state === 'confirmed' ? 'confirmed' : 'waits',
    isReversed: findHappening(database, event.eventId)?.reversedBy != null,
    before,
    isBuiltUpon: (records) => records.some((record) => hasLaterHistory(database, record, event)),
  };
}

/**
 * Undoes an event of this computer and everything it touched (冲销), by a chief and with a reason, as an event of its own. NOT_FOUND for an
 * event this computer did not register; CHANGE_REFUSED says why where it can't be undone.
 */
export function reverseEvent(
  program: Program,
  calling: Calling,
  { eventId, reason }: ParsedInputOf<'register.reverse'>,
): Answer<OutputOf<'register.reverse'>> {
  calling.subject = eventId;
  const event = findEvent(program.database, eventId)?.event;
  if (!event) return fail('NOT_FOUND');
  const frozen = findFrozen(program);
  if (frozen) return { ok: false, error: frozen };
  const asked = askedOf(program, event, reason);
  const planned = planReversal(
    registerView(program.database),
    realContext(program, program.packs.inForce().figures),
    asked,
  );
  if (!planned.ok) return fail('CHANGE_REFUSED', { ...planned.refusal.params, refusal: planned.refusal.code });
  const at = program.now();
  const { operatorId } = calling.operator;
  const { caseId } = event;
  const reversal = makeEvent(program, {
    kind: 'event.reversed',
    facts: planned.facts,
    effects: [...planned.effects],
    caseId,
    operatorId,
    occurredAt: at,
  });
  applyOwnEvent(program.database, reversal);
  addCaseAct(program.database, { caseId, act: 'reversed', operatorId, at, note: reason });
  program.tell({ topic: 'case', caseId });
  program.tell({ topic: 'queues' });
  program.afterCommit(() => program.sync.nudge());
  return done({ eventId: reversal.eventId });
}
