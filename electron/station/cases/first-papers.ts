import { uuidv7 } from 'uuidv7';
import type { DraftSubject } from '../../../shared/contract/draft.ts';
import type { Pack } from '../../../shared/policy/policy-pack.ts';
import type { Program } from '../program.ts';
import { addDocument, listDocuments } from '../store/documents.ts';

/** Which papers a case promises, and by which pack. */
export interface CasePapers {
  readonly caseId: string;
  readonly pack: Pack;
  /** The route's papers, by the pack's ids. */
  readonly documents: readonly string[];
  readonly subject: DraftSubject;
  readonly at: string;
}

/** Printed when a case is accepted: the receipts, the form to be signed, and the notice that has to hang out before anything is registered. */
const first: readonly string[] = ['acceptance-receipt', 'permit-form', 'permit-receipt', 'public-notice'];

/** Adds the papers of the acceptance, once; a case that was returned has them already. Papers that have no form yet get no line. */
export function addFirstPapers(program: Program, { caseId, pack, documents, subject, at }: CasePapers): void {
  const known = listDocuments(program.database, caseId).map(({ form }) => form);
  for (const document of documents.filter((each) => first.includes(each))) {
    const named = pack.documents.get(document);
    const form = named?.form ?? null;
    if (form === null || known.includes(form)) continue;
    addDocument(program.database, {
      documentId: uuidv7(),
      caseId,
      form,
      subject: '',
      personId: subject.kind === 'person' ? subject.id : null,
      needsConfirmation: false,
      isRequired: true,
      copiesWanted: named?.copies ?? 1,
      at,
    });
  }
}
