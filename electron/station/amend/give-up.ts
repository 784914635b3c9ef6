import { closeIfPrinted } from '../cases/answers.ts';
import type { Program } from '../program.ts';
import { addCaseAct } from '../store/case-acts.ts';
import { findCase } from '../store/cases.ts';
import { dropDocumentsOf, restoreDocumentOf } from '../store/documents.ts';
import { findEvent } from '../store/events.ts';
import { withdrawEvent } from '../sync/outbox.ts';

/** How the details of an event call an amendment. */
export const amendedCause = 'amended';

/**
 * The registry did not take the amendment of a paper: it is given up at once, and the paper stands as it did, because another computer used or
 * changed it meanwhile. Does nothing for any other event. Runs inside the transaction that notes the answer.
 */
export function giveUpAmendment(program: Program, eventId: string, caseId: string, reason: string): void {
  const { database } = program;
  const event = findEvent(database, eventId)?.event;
  if (event?.kind !== 'register.changed' || event.facts.details.cause !== amendedCause) return;
  if (!findCase(database, caseId) || !withdrawEvent(database, eventId)) return;
  for (const effect of event.effects) {
    if (effect.kind !== 'migration-paper') continue;
    if (effect.after.status === 'issued') dropDocumentsOf(database, effect.id);
    else restoreDocumentOf(database, effect.id, effect.basedOn === 0);
  }
  addCaseAct(database, { caseId, act: 'conflict', operatorId: null, at: program.now(), note: reason });
  closeIfPrinted(program, caseId);
  program.tell({ topic: 'case', caseId });
  program.tell({ topic: 'queues' });
}
