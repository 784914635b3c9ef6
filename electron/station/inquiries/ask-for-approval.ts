import { createHash } from 'node:crypto';
import type { Draft } from '../../../shared/contract/draft.ts';
import { type Answer, done, fail } from '../../../shared/contract/errors.ts';
import { ApprovalAsk } from '../../../shared/contract/registry-inquiry.ts';
import { canonicalJson } from '../../../shared/domain/canonical-json.ts';
import type { Pack } from '../../../shared/policy/policy-pack.ts';
import { assess, chosenRoute } from '../cases/assess.ts';
import { packOfCase } from '../cases/case-pack.ts';
import type { OpenCase } from '../cases/read-draft.ts';
import type { Program } from '../program.ts';
import { findAddress } from '../store/addresses.ts';
import { listAttachmentHashes } from '../store/attachments.ts';
import { listApprovals, listCaseActs } from '../store/case-acts.ts';
import type { Asking } from './ask.ts';

const relationWords = { '': '本人', spouse: '配偶', child: '子女', parent: '父母', other: '其他' } as const;

function materialsOf(pack: Pack, draft: Draft) {
  return draft.materials.flatMap(({ materialId, state }) =>
    state === 'missing' ? [] : [{ name: pack.materials.get(materialId)?.names.zh ?? materialId, state }],
  );
}

/** Stands for the materials and their photographs as they are now. */
function digestOf(program: Program, { stored, draft }: OpenCase): string {
  const pictures = listAttachmentHashes(program.database, stored.caseId);
  const text = canonicalJson({ materials: draft.materials, pictures });
  return createHash('sha256').update(text).digest('hex');
}

function summaryOf(program: Program, pack: Pack, { stored, draft }: OpenCase) {
  const route = chosenRoute(assess(program, pack, stored, draft), draft.procedure);
  const opinion = listCaseActs(program.database, stored.caseId).findLast(({ act }) => act === 'approved');
  return {
    procedureName: pack.procedures.get(draft.procedure)?.names.zh ?? draft.procedure,
    people: draft.people.map(({ name, citizenId, relationToApplicant }) => ({
      name,
      citizenId: citizenId.slice(0, 18),
      relation: relationWords[relationToApplicant],
    })),
    address: findAddress(program.database, draft.target.addressId)?.data.fullName ?? '',
    reasons: (route?.reasons ?? []).map(({ text }) => text.zh.slice(0, 400)).slice(0, 40),
    materials: materialsOf(pack, draft),
    opinion: (opinion?.note ?? '').slice(0, 200),
  };
}

/**
 * The decision of the level whose turn it is, with the case as the station's chief sees it. CASE_STATE when it is the station's own turn
 * or nobody's.
 */
export function askForApproval(program: Program, open: OpenCase): Answer<Asking> {
  const { stored, draft } = open;
  const next = listApprovals(program.database, stored.caseId).find(({ decidedAt }) => decidedAt === null);
  if (stored.state !== 'accepted' || !next || next.level === 'station') return fail('CASE_STATE');
  const pack = packOfCase(program, stored);
  if (!pack.ok) return pack;
  const ask = ApprovalAsk.safeParse({
    kind: 'approval',
    level: next.level,
    procedure: draft.procedure,
    acceptanceNumber: stored.acceptanceNumber,
    summary: summaryOf(program, pack.value, open),
    materialsDigest: digestOf(program, open),
  });
  return ask.success ? done({ ask: ask.data, materialId: null }) : fail('INQUIRY_INCOMPLETE');
}
