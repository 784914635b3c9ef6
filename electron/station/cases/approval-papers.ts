import { uuidv7 } from 'uuidv7';
import { countPermitSheets, listPermitMovers } from '../documents/inputs/move-in-permit.ts';
import type { Program } from '../program.ts';
import { findAddress } from '../store/addresses.ts';
import { addDocument, listDocuments } from '../store/documents.ts';
import { assess, chosenRoute } from './assess.ts';
import { packOfCase } from './case-pack.ts';
import { readCase } from './read-draft.ts';

const permit = 'move-in-permit';

/**
 * The papers that the last approval gives: the 准予迁入证明 of a settlement from another province, with which the migration certificate is
 * fetched there before anything is registered here (N21 §43). Four persons on each; a case that has them gets none again.
 */
export function addApprovalPapers(program: Program, caseId: string): void {
  const { database } = program;
  const read = readCase(database, caseId);
  const pack = read.ok ? packOfCase(program, read.value.stored) : read;
  if (!read.ok || !pack.ok) return;
  const { stored, draft } = read.value;
  const procedure = pack.value.procedures.get(draft.procedure);
  const form = pack.value.documents.get(permit)?.form ?? null;
  const address = findAddress(database, draft.target.addressId);
  if (procedure?.effect !== 'move-in' || form === null || !address) return;
  const route = chosenRoute(assess(program, pack.value, stored, draft), procedure.id);
  const isKnown = listDocuments(database, caseId).some((document) => document.form === form);
  if (isKnown || !route?.documents.includes(permit)) return;
  const sheets = countPermitSheets(listPermitMovers(draft.people, address.data.division));
  for (let sheet = 0; sheet < sheets; sheet += 1)
    addDocument(database, {
      documentId: uuidv7(),
      caseId,
      form,
      subject: draft.people[0]?.name ?? '',
      personId: null,
      needsConfirmation: false,
      isRequired: true,
      copiesWanted: pack.value.documents.get(permit)?.copies ?? 1,
      at: program.now(),
    });
}
