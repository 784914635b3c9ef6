import { uuidv7 } from 'uuidv7';
import type { Settlement } from '../../../shared/domain/settlement-effects.ts';
import type { Program } from '../program.ts';
import { addDocument } from '../store/documents.ts';

/**
 * The papers that prove the settlement: a 常住人口登记卡 for each mover and, for a new household, the book's first page.
 * They wait for the registry's confirmation.
 */
export function addFinalPapers(program: Program, caseId: string, settlement: Settlement, at: string): void {
  const paper = { caseId, needsConfirmation: true, isRequired: true, at };
  if (settlement.newHousehold) {
    const head = settlement.movers.find(({ person }) => person.personId === settlement.newHousehold?.headPersonId);
    addDocument(program.database, {
      ...paper,
      documentId: uuidv7(),
      form: 'household-book-first-page',
      subject: head?.person.name ?? '',
      personId: null,
    });
  }
  for (const { person } of settlement.movers)
    addDocument(program.database, {
      ...paper,
      documentId: uuidv7(),
      form: 'resident-card',
      subject: person.name,
      personId: person.personId,
    });
}
