import { uuidv7 } from 'uuidv7';
import type { Answer } from '../../../shared/contract/errors.ts';
import { done, fail } from '../../../shared/contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import type { MigrationPaper } from '../../../shared/domain/paper-records.ts';
import type { Pack } from '../../../shared/policy/policy-pack.ts';
import { type PlannedAmendment, planAmending } from '../../../shared/register/amend-paper.ts';
import { packOfCase } from '../cases/case-pack.ts';
import { realContext } from '../cases/change-context.ts';
import { makeEvent } from '../cases/make-event.ts';
import { type OpenCase, readCase } from '../cases/read-draft.ts';
import { viewCase } from '../cases/view.ts';
import { findFrozen } from '../freeze/freezes.ts';
import type { Calling, Program } from '../program.ts';
import { addCaseAct } from '../store/case-acts.ts';
import { putCaseState } from '../store/cases.ts';
import { addDocument, findDocument, replaceDocument, type StoredDocument } from '../store/documents.ts';
import { applyOwnEvent } from '../store/effects.ts';
import { registerView } from '../store/register-view.ts';
import { noticeOf } from './notice-words.ts';
import { paperOfDocument } from './papers-of-case.ts';
import { amendedCause } from './restore-papers.ts';

/** The procedure of the national catalogue by which a migration paper is issued anew. */
const procedure = 'migration-paper.reissue';

/** States in which papers are out: the permit of an approved case, and everything after registration. */
const states: readonly string[] = ['approved', 'confirmed', 'closed'] satisfies OpenCase['stored']['state'][];

type Amendment = Extract<PlannedAmendment, { ok: true }>;

interface Amending {
  readonly open: OpenCase;
  readonly pack: Pack;
  readonly document: StoredDocument;
  readonly amendment: Amendment;
  readonly at: string;
}

/**
 * Amends a wrong migration paper without starting the case anew: one event makes the old number void and enters the new paper, which waits for
 * the registry like any other; the case gets its line and the correction slip's and opens until both are printed. CASE_STATE, NOT_FOUND, or
 * CHANGE_REFUSED with what the register has against it, or what a freeze rule has; nothing is changed then.
 */
export function amendPaper(
  program: Program,
  calling: Calling,
  { documentId, corrected, why }: ParsedInputOf<'paper.amend'>,
): Answer<OutputOf<'paper.amend'>> {
  calling.subject = documentId;
  const document = findDocument(program.database, documentId);
  const open = document ? readCase(program.database, document.caseId) : fail('NOT_FOUND');
  if (!document || !open.ok) return open.ok ? fail('NOT_FOUND') : open;
  if (!states.includes(open.value.stored.state)) return fail('CASE_STATE');
  const pack = packOfCase(program, open.value.stored);
  if (!pack.ok) return pack;
  const paper = paperOfDocument(program, open.value, document);
  if (!paper) return fail('NOT_FOUND');
  const frozen = findFrozen(program);
  if (frozen) return { ok: false, error: frozen };
  const context = realContext(program, pack.value.figures);
  const planned = planAmending(registerView(program.database), context, { paper, corrected, why });
  if (!planned.ok) return refused(planned.refusal);
  const amending = { open: open.value, pack: pack.value, document, amendment: planned, at: program.now() };
  keep(program, calling, amending, why);
  const view = viewCase(program, calling, document.caseId);
  calling.subject = documentId;
  return view.ok ? done({ view: view.value, notice: noticeOf(planned.old, planned.paper) }) : view;
}

function refused({ code, params }: Extract<PlannedAmendment, { ok: false }>['refusal']): Answer<never> {
  return code === 'numbers-exhausted'
    ? fail('NUMBERS_EXHAUSTED')
    : fail('CHANGE_REFUSED', { ...params, refusal: code });
}

function personIdsOf({ holders }: MigrationPaper): string[] {
  return holders.flatMap(({ personId }) => personId ?? []);
}

function keep(program: Program, calling: Calling, amending: Amending, why: string): void {
  const { open, document, amendment, at } = amending;
  const { old, paper, effects } = amendment;
  const { operatorId } = calling.operator;
  const { caseId } = document;
  const today = program.today();
  const event = makeEvent(program, {
    kind: 'register.changed',
    facts: {
      procedure,
      acceptanceNumber: open.stored.acceptanceNumber ?? '',
      registeredOn: today,
      happenedOn: today,
      personIds: personIdsOf(paper),
      householdIds: [],
      details: { paper: paper.kind, cause: amendedCause, number: paper.number, formerNumber: old.number },
    },
    caseId,
    operatorId,
    occurredAt: at,
    effects: [...effects],
  });
  applyOwnEvent(program.database, event);
  putPapers(program, amending);
  if (open.stored.state === 'closed') putCaseState(program.database, caseId, 'confirmed', at);
  addCaseAct(program.database, {
    caseId,
    act: 'amended',
    operatorId,
    at,
    note: `${old.number} → ${paper.number} ${why}`,
  });
  calling.details = { eventId: event.eventId, formerNumber: old.number, number: paper.number, why };
  program.tell({ topic: 'case', caseId });
  program.tell({ topic: 'queues' });
  program.afterCommit(() => program.sync.nudge());
}

/** The void paper is no longer asked for; the new one and the slip are. Both wait for the registry by the record they stand for. */
function putPapers({ database }: Program, { document, pack, amendment: { old, paper }, at }: Amending): void {
  replaceDocument(database, document.documentId, old.paperId);
  const slip = pack.documents.get('correction-slip') ?? null;
  const wanted = (form: string): number =>
    [...pack.documents.values()].find((named) => named.form === form)?.copies ?? 1;
  for (const form of [document.form, ...(slip?.form ? [slip.form] : [])])
    addDocument(database, {
      documentId: uuidv7(),
      caseId: document.caseId,
      form,
      subject: document.subject,
      personId: document.personId,
      recordId: paper.paperId,
      needsConfirmation: false,
      isRequired: true,
      copiesWanted: wanted(form),
      at,
    });
}
