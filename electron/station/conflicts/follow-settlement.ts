import type { RegisterEvent } from '../../../shared/domain/events.ts';
import { isAmendment, restorePapers } from '../amend/restore-papers.ts';
import type { Program } from '../program.ts';
import { addCaseAct } from '../store/case-acts.ts';
import { findCase, putCaseEvent, putCaseState } from '../store/cases.ts';
import { dropDocument, listDocuments } from '../store/documents.ts';

interface Following {
  /** The refused event. */
  readonly event: RegisterEvent;
  /** The one that settles it. */
  readonly settling: RegisterEvent;
  readonly reason: string;
  readonly operatorId: string;
}

/**
 * What hangs on a refused event follows its settlement: the case it carried out waits for the new event, or is withdrawn when nothing is sent
 * again; papers of an amendment stand as before; any other case of the event gets a line.
 */
export function followSettlement(program: Program, following: Following): void {
  const { event, settling } = following;
  const { caseId } = event;
  const stored = findCase(program.database, caseId);
  const isSent = settling.effects.length > 0;
  if (stored?.eventId === event.eventId) {
    if (isSent) sendCaseAgain(program, following);
    else withdrawCaseOf(program, following);
  } else if (stored) {
    noteAct(program, following, 'settled');
    if (!isSent && isAmendment(event)) restorePapers(program, event);
  }
  if (event.effects.some(({ kind }) => kind === 'blank')) program.tell({ topic: 'stock' });
  program.tell({ topic: 'case', caseId });
}

function noteAct(program: Program, { event, reason, operatorId }: Following, act: 'settled' | 'withdrawn'): void {
  addCaseAct(program.database, { caseId: event.caseId, act, operatorId, at: program.now(), note: reason });
}

function sendCaseAgain(program: Program, following: Following): void {
  const { caseId, eventId } = following.settling;
  putCaseEvent(program.database, caseId, eventId);
  putCaseState(program.database, caseId, 'provisional', program.now());
  noteAct(program, following, 'settled');
  dropPapersLeftOut(program, following);
}

function withdrawCaseOf(program: Program, following: Following): void {
  const { caseId } = following.event;
  putCaseState(program.database, caseId, 'withdrawn', program.now());
  noteAct(program, following, 'withdrawn');
}

function subjectsOf({ effects }: RegisterEvent): Set<string> {
  return new Set(effects.flatMap(({ id, after }) => ('personId' in after ? [id, after.personId] : [id])));
}

/** Unprinted papers of persons and records that the event was about and its settlement no longer is: nothing is there to be printed. */
function dropPapersLeftOut(program: Program, { event, settling }: Following): void {
  const [before, after] = [subjectsOf(event), subjectsOf(settling)];
  const isLeftOut = (id: string | null) => id !== null && before.has(id) && !after.has(id);
  for (const { documentId, copies, needsConfirmation, personId, recordId } of listDocuments(
    program.database,
    settling.caseId,
  ))
    if (copies === 0 && needsConfirmation === 1 && (isLeftOut(personId) || isLeftOut(recordId)))
      dropDocument(program.database, documentId);
}
