import type { FormInput } from '../../../../shared/domain/form.ts';
import { todayIn } from '../../../../shared/domain/plain-date.ts';
import { listCaseActs } from '../../store/case-acts.ts';
import { citedArticle } from '../citations.ts';
import { stationInFull } from './authority.ts';
import { orNothing, type Paper, type PaperInput, procedureBasis, procedureName, stationPhone } from './paper.ts';

/** Where somebody who was refused may go; stations enter theirs in the settings later. */
export const reviewOrgan = '辽源市人民政府';
export const court = '有管辖权的人民法院';

/** What the chief wrote when the case was refused; null while it is not. */
function refusalOf(paper: Paper): FormInput | null {
  if (paper.open.stored.state !== 'refused') return null;
  const acts = listCaseActs(paper.program.database, paper.open.stored.caseId);
  const refusal = acts.findLast(({ act }) => act === 'refused');
  return refusal ? { text: refusal.note, basis: procedureBasis(paper) } : null;
}

function reasonsOf(paper: Paper): FormInput[] {
  const failing = (paper.route?.reasons ?? []).filter(({ holds }) => holds === false);
  const rules = failing.map(({ text, source }) => ({ text: text.zh, basis: citedArticle(paper.pack, source) }));
  const refusal = refusalOf(paper);
  return refusal ? [refusal, ...rules] : rules;
}

/**
 * 不予受理告知书, or 不予办理告知书 once the case had been accepted: facts, reasons, basis and remedies (N21 §57; 行政复议法 §20, 行政诉讼法
 * §46).
 */
export const ineligibleNotice: PaperInput = (paper) => {
  const { program, pack, open, document } = paper;
  const [applicant] = open.draft.people;
  const reasons = reasonsOf(paper);
  if (!applicant?.name || reasons.length === 0) return null;
  const decision = open.stored.acceptedAt === null ? '不予受理' : '不予办理';
  const otherPaths = pack.procedures.get(open.draft.procedure)?.otherPaths ?? [];
  return {
    title: `${decision}告知书`,
    decision,
    noticeNumber: document.documentId.slice(-12).toUpperCase(),
    applicant: { name: applicant.name, citizenNumber: orNothing(applicant.citizenId) },
    procedure: procedureName(paper),
    appliedOn: todayIn(open.stored.acceptedAt ?? open.stored.changedAt),
    reasons,
    alternatives: otherPaths.map((id) => ({ text: pack.procedures.get(id)?.names.zh ?? id })),
    reviewOrgan,
    court,
    station: stationInFull(program),
    phone: stationPhone,
    noticedOn: program.today(),
  };
};
