import type { RegisterEvent } from '../../../shared/domain/events.ts';
import { closeIfPrinted } from '../cases/answers.ts';
import type { Program } from '../program.ts';
import { dropDocumentsOf, restoreDocumentOf } from '../store/documents.ts';

/** How the details of an event call an amendment. */
export const amendedCause = 'amended';

/** Whether the event amends a migration paper. */
export function isAmendment({ facts }: RegisterEvent): boolean {
  return 'details' in facts && facts.details.cause === amendedCause;
}

/** The amendment was given up: the paper stands as it did, and the case closes again where nothing else is to be printed. */
export function restorePapers(program: Program, { effects, caseId }: RegisterEvent): void {
  for (const effect of effects) {
    if (effect.kind !== 'migration-paper') continue;
    if (effect.after.status === 'issued') dropDocumentsOf(program.database, effect.id);
    else restoreDocumentOf(program.database, effect.id, effect.basedOn === 0);
  }
  closeIfPrinted(program, caseId);
}
