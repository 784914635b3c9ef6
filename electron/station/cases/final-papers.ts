import { uuidv7 } from 'uuidv7';
import type { Plan } from '../../../shared/register/change.ts';
import type { Program } from '../program.ts';
import { addDocument } from '../store/documents.ts';
import { registerView } from '../store/register-view.ts';
import type { CasePapers } from './first-papers.ts';
import type { Done, PaperOfChange } from './paper-listing.ts';
import { listings } from './papers-of-change.ts';
import { RegisterAfter } from './register-after.ts';

interface Sheet extends PaperOfChange {
  readonly form: string;
  readonly copies: number;
  readonly isFinal: boolean;
}

function sheetsOf({ pack, documents }: CasePapers, done: Done): Sheet[] {
  const asked = listings.filter(({ document, isAlways }) => isAlways === true || documents.includes(document));
  return asked.flatMap(({ document, isFinal, list }) =>
    list(done).flatMap((paper) => {
      const own = pack.documents.get(paper.document ?? document);
      const named = own?.form ? own : pack.documents.get(document);
      return named?.form ? [{ ...paper, form: named.form, copies: named.copies, isFinal }] : [];
    }),
  );
}

const keyOf = ({ form, personId, recordId }: Sheet): string => `${form} ${personId} ${recordId}`;

/**
 * The papers that come of registering a case, by the papers its route promises and what the plan does; none twice. Call it before the plan is
 * carried out: whose card alters is seen against the register as it was. Papers that have no form yet get no line.
 */
export function addFinalPapers(program: Program, papers: CasePapers, plan: Plan | null): void {
  const after = new RegisterAfter(registerView(program.database), plan?.effects ?? []);
  const sheets = sheetsOf(papers, { after, subject: papers.subject, stationCode: program.stationCode });
  const keys = sheets.map(keyOf);
  for (const [index, sheet] of sheets.entries()) {
    if (keys.indexOf(keyOf(sheet)) !== index) continue;
    const { form, copies, subject, personId, recordId, isFinal } = sheet;
    addDocument(program.database, {
      documentId: uuidv7(),
      caseId: papers.caseId,
      form,
      subject,
      personId,
      recordId,
      needsConfirmation: isFinal && plan !== null,
      isRequired: true,
      copiesWanted: copies,
      at: papers.at,
    });
  }
}
