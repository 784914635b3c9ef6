import type { FormInput } from '../../../../shared/domain/form.ts';
import { todayIn } from '../../../../shared/domain/plain-date.ts';
import { listCaseActs } from '../../store/case-acts.ts';
import { citedArticle } from '../citations.ts';
import { type Paper, type PaperInput, procedureBasis, procedureName, stationPhone } from './paper.ts';

function reasonsOf(paper: Paper): FormInput[] {
  const failing = (paper.route?.reasons ?? []).filter(({ holds }) => holds === false);
  if (failing.length > 0)
    return failing.map(({ text, source }) => ({ text: text.zh, basis: citedArticle(paper.program, source) }));
  const refusal = listCaseActs(paper.program.database, paper.open.stored.caseId).findLast(
    ({ act }) => act === 'refused',
  );
  return refusal ? [{ text: refusal.note, basis: procedureBasis(paper) }] : [];
}

/** 不予受理（办理）告知书: facts, reasons, basis and remedies (N21 §57; 行政复议法 §20, 行政诉讼法 §46). */
export const ineligibleNotice: PaperInput = (paper) => {
  const { program, open, document } = paper;
  const [applicant] = open.draft.people;
  const reasons = reasonsOf(paper);
  if (!applicant?.name || !applicant.citizenId || reasons.length === 0) return null;
  return {
    noticeNumber: document.documentId.slice(-12).toUpperCase(),
    applicant: { name: applicant.name, citizenNumber: applicant.citizenId },
    procedure: procedureName(paper),
    appliedOn: todayIn(open.stored.changedAt),
    reasons,
    alternatives: program.pack.otherPaths.map(({ names }) => ({ text: names.zh })),
    reviewOrgan: '辽源市人民政府',
    court: '有管辖权的人民法院',
    station: program.stationName,
    phone: stationPhone,
    noticedOn: program.today(),
  };
};
