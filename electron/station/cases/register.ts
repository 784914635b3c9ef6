import type { CaseView } from '../../../shared/contract/case.ts';
import type { Answer } from '../../../shared/contract/errors.ts';
import { done, fail } from '../../../shared/contract/errors.ts';
import type { ParsedInputOf } from '../../../shared/contract/index.ts';
import type { Pack, Procedure } from '../../../shared/policy/policy-pack.ts';
import type { Plan } from '../../../shared/register/change.ts';
import type { Refusal } from '../../../shared/register/refusal.ts';
import { findFrozen } from '../freeze/freezes.ts';
import type { Calling, Program } from '../program.ts';
import { addCaseAct } from '../store/case-acts.ts';
import { putCaseEvent, putCaseState } from '../store/cases.ts';
import { applyOwnEvent } from '../store/effects.ts';
import { registerView } from '../store/register-view.ts';
import { endWithoutEvent } from './answers.ts';
import { assess, chosenRoute } from './assess.ts';
import { packOfCase } from './case-pack.ts';
import { realContext } from './change-context.ts';
import { happeningOf } from './event-facts.ts';
import { addFinalPapers } from './final-papers.ts';
import { makeEvent } from './make-event.ts';
import { type OpenCase, readCase } from './read-draft.ts';
import { listUnreasoned, planOfDraft } from './try-change.ts';
import { viewCase } from './view.ts';

/** An approved case with what it is registered by. */
interface Approved {
  readonly open: OpenCase;
  readonly pack: Pack;
  readonly procedure: Procedure;
}

function refused({ code, params }: Refusal): Answer<never> {
  return code === 'numbers-exhausted'
    ? fail('NUMBERS_EXHAUSTED')
    : fail('CHANGE_REFUSED', { ...params, refusal: code });
}

/** The case with the reasons given now beside those it was accepted with. */
function readApproved(program: Program, { caseId, reasons }: ParsedInputOf<'case.register'>): Answer<Approved> {
  const read = readCase(program.database, caseId);
  if (!read.ok) return read;
  if (read.value.stored.state !== 'approved') return fail('CASE_STATE');
  const pack = packOfCase(program, read.value.stored);
  if (!pack.ok) return pack;
  const procedure = pack.value.procedures.get(read.value.draft.procedure);
  if (!procedure) return fail('CASE_INCOMPLETE');
  const { stored, draft } = read.value;
  const open = { stored, draft: { ...draft, reasons: { ...draft.reasons, ...reasons } } };
  return done({ open, pack: pack.value, procedure });
}

/**
 * Carries an approved case out: the change behind its procedure, event, outbox row and papers in the caller's one transaction. The case is
 * provisional until the registry confirms; where a freeze rule stands against registering, that is the answer. A procedure that only looks something up makes no event and is done with it. Whatever stands
 * against the change by now refuses it with CHANGE_REFUSED, and what the register warns of only now asks for a reason (REASON_REQUIRED);
 * then nothing is changed.
 */
export function registerCase(
  program: Program,
  calling: Calling,
  input: ParsedInputOf<'case.register'>,
): Answer<CaseView> {
  const { caseId } = input;
  calling.subject = caseId;
  const approved = readApproved(program, input);
  if (!approved.ok) return approved;
  const { procedure, open } = approved.value;
  if (procedure.effect === 'none') {
    finish(program, calling, approved.value, null);
    return viewCase(program, calling, caseId);
  }
  const frozen = findFrozen(program);
  if (frozen) return { ok: false, error: frozen };
  const planned = planOfDraft(program, procedure, open.draft, realContext(program, approved.value.pack.figures));
  if (!planned.ok) return refused(planned.refusal);
  const unreasoned = listUnreasoned(procedure, open.draft, planned.plan.warnings);
  if (unreasoned.length > 0)
    return fail('REASON_REQUIRED', { warnings: unreasoned.map(({ code, params }) => ({ ...params, refusal: code })) });
  finish(program, calling, approved.value, planned.plan);
  return viewCase(program, calling, caseId);
}

/** Notes that the case was carried out, with the papers that come of it; a change that leaves no trace needs no confirmation. */
function finish(program: Program, calling: Calling, approved: Approved, plan: Plan | null): void {
  const { database } = program;
  const { open, pack, procedure } = approved;
  const { caseId } = open.stored;
  const at = program.now();
  const route = chosenRoute(assess(program, pack, open.stored, open.draft), procedure.id);
  const papers = { caseId, pack, documents: route?.documents ?? [], subject: open.draft.subject, at };
  // Before the change: whose card it alters is seen by comparing with the register as it was.
  addFinalPapers(program, papers, plan);
  putCaseState(database, caseId, 'provisional', at);
  addCaseAct(database, { caseId, act: 'registered', operatorId: calling.operator.operatorId, at });
  program.tell({ topic: 'queues' });
  if (plan === null || plan.effects.length === 0) endWithoutEvent(program, caseId, at);
  else keep(program, calling, approved, plan, at);
}

function keep(program: Program, calling: Calling, { open, procedure }: Approved, plan: Plan, at: string): void {
  const { database } = program;
  const { caseId, acceptanceNumber } = open.stored;
  const happening = happeningOf(registerView(database), {
    procedure,
    acceptanceNumber: acceptanceNumber ?? '',
    draft: open.draft,
    plan,
    registeredOn: program.today(),
  });
  const event = makeEvent(program, {
    ...happening,
    caseId,
    operatorId: calling.operator.operatorId,
    occurredAt: at,
    effects: [...plan.effects],
  });
  applyOwnEvent(database, event);
  putCaseEvent(database, caseId, event.eventId);
  calling.details = { eventId: event.eventId, records: event.effects.length };
  program.afterCommit(() => program.sync.nudge());
}
