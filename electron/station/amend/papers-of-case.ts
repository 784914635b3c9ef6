import type { CasePaper } from '../../../shared/contract/amend.ts';
import type { Answer } from '../../../shared/contract/errors.ts';
import { done, fail } from '../../../shared/contract/errors.ts';
import type { ParsedInputOf } from '../../../shared/contract/index.ts';
import type { MigrationPaper } from '../../../shared/domain/paper-records.ts';
import { isInForce } from '../../../shared/register/migration-papers.ts';
import { packOfCase } from '../cases/case-pack.ts';
import { type OpenCase, readCase } from '../cases/read-draft.ts';
import { moveInPermit } from '../documents/inputs/move-in-permit.ts';
import type { Calling, Program } from '../program.ts';
import { listDocuments, type StoredDocument } from '../store/documents.ts';
import { registerView } from '../store/register-view.ts';
import { noticeOf } from './notice-words.ts';
import { recordOfPermit } from './paper-of-case.ts';

const kinds: readonly string[] = ['move-in-permit', 'migration-certificate'] satisfies MigrationPaper['kind'][];

/** The migration paper that a document is: from the register, or as it was printed from its case; null for any other paper. */
export function paperOfDocument(program: Program, open: OpenCase, document: StoredDocument): MigrationPaper | null {
  if (!kinds.includes(document.form)) return null;
  if (document.recordId !== null)
    return registerView(program.database).find('migration-paper', document.recordId)?.data ?? null;
  const pack = packOfCase(program, open.stored);
  const input = pack.ok ? moveInPermit({ program, pack: pack.value, open, document, route: null }) : null;
  return input && recordOfPermit(input, program.stationCode);
}

function noticeOfPaper(program: Program, paper: MigrationPaper): string | null {
  const view = registerView(program.database);
  const old = paper.replacesId === null ? null : view.find('migration-paper', paper.replacesId)?.data;
  return old ? noticeOf(old, paper) : null;
}

/** The 准予迁入证明 and 户口迁移证 of a case, in the order in which they were made. */
export function listCasePapers(
  program: Program,
  calling: Calling,
  { caseId }: ParsedInputOf<'paper.listOfCase'>,
): Answer<CasePaper[]> {
  calling.subject = caseId;
  const open = readCase(program.database, caseId);
  if (!open.ok) return fail('NOT_FOUND');
  return done(
    listDocuments(program.database, caseId).flatMap((document) => {
      const paper = paperOfDocument(program, open.value, document);
      if (!paper) return [];
      const isAmendable = isInForce(paper, program.today());
      return [{ documentId: document.documentId, paper, isAmendable, notice: noticeOfPaper(program, paper) }];
    }),
  );
}
