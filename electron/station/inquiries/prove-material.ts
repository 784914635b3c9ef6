import type { Draft, DraftMaterial } from '../../../shared/contract/draft.ts';
import { type InquiryProof, isImprovedByProof, proofOf } from '../../../shared/contract/inquiry-proof.ts';
import { officeName } from '../../../shared/domain/offices.ts';
import { readCase } from '../cases/read-draft.ts';
import type { Program } from '../program.ts';
import { putDraftText } from '../store/cases.ts';
import type { Database } from '../store/database.ts';
import { listInquiries } from '../store/inquiries.ts';
import { provableStates } from './ask-for-verification.ts';

function withProof(materials: readonly DraftMaterial[], { materialId, note }: InquiryProof): DraftMaterial[] {
  const entered = materials.find((each) => each.materialId === materialId);
  const before: DraftMaterial = entered ?? { materialId, state: 'missing', attachmentIds: [], note: '' };
  if (!isImprovedByProof(before.state)) return [...materials];
  const proved: DraftMaterial = { ...before, state: 'verified', note };
  return entered ? materials.map((each) => (each === entered ? proved : each)) : [...materials, proved];
}

/**
 * A draft with the materials that offices confirmed. A window may still hold the draft as it was before the answer came; what it saves gets
 * the proofs again.
 */
export function withProofs(database: Database, caseId: string, draft: Draft): Draft {
  const proofs = listInquiries(database, caseId).flatMap(
    ({ request, materialId, answer, office }) =>
      proofOf({ ask: request.ask, materialId, answer }, officeName(office).zh, draft) ?? [],
  );
  return proofs.length === 0 ? draft : { ...draft, materials: proofs.reduce(withProof, draft.materials) };
}

/** Makes the proved materials of a case verified in its kept draft. False: nothing changed, or the case no longer takes proofs. */
export function proveMaterials({ database }: Program, caseId: string): boolean {
  const read = readCase(database, caseId);
  if (!read.ok || !provableStates.includes(read.value.stored.state)) return false;
  const { draft } = read.value;
  const before = JSON.stringify(draft);
  const after = JSON.stringify(withProofs(database, caseId, draft));
  if (after === before) return false;
  putDraftText(database, caseId, after);
  return true;
}
