import type { CaseInquiry, OpenInquiry } from '../../shared/contract/inquiry.ts';
import type { InquiryAnswer } from '../../shared/contract/registry-inquiry.ts';
import { type Say, useBilingual, useWords } from '../language.ts';
import { moment } from '../signs/moments.ts';
import type { NoticeTone } from '../signs/notice.tsx';

function answerWords(say: Say, office: string, answer: InquiryAnswer): string {
  if (answer.kind === 'approval')
    return say(`inquiryAnswer.${answer.decision}`, { office, number: answer.decisionNumber, reason: answer.reason });
  if (answer.kind === 'verification')
    return say(`inquiryAnswer.${answer.result}`, { office, reference: answer.reference, day: answer.validOn });
  return say(`paperAnswer.${answer.state}`, { issuer: answer.issuer || office, day: answer.validUntil ?? '' });
}

/** How an inquiry stands, in one sentence that says what to do next. */
export function useProgressWords(): (inquiry: CaseInquiry | OpenInquiry) => string {
  const say = useWords();
  const inLanguage = useBilingual();
  return (inquiry) => {
    const { state, lastAskedAt, nextAskAt, cause } = inquiry;
    const office = inLanguage(inquiry.office);
    if ('answer' in inquiry && inquiry.answer !== null) return answerWords(say, office, inquiry.answer);
    if (state === 'refused')
      return cause === 'CASE_LIMIT'
        ? say('inquiryProgress.caseLimit')
        : say('inquiryProgress.refused', { cause: cause ?? '' });
    if (state !== 'waiting') return say('inquiryProgress.queued');
    if (lastAskedAt === null || nextAskAt === null) return say('inquiryProgress.waiting', { office });
    return say('inquiryProgress.silent', { office, last: moment(lastAskedAt), next: moment(nextAskAt) });
  };
}

/** Whether an inquiry is good news, bad news or none yet. */
export function toneOf({ state, answer }: CaseInquiry): NoticeTone {
  if (answer === null) return state === 'refused' ? 'due' : 'info';
  if (answer.kind === 'approval') return answer.decision === 'approve' ? 'good' : 'wrong';
  if (answer.kind === 'verification') return answer.result === 'confirmed' ? 'good' : 'due';
  if (answer.state === 'valid') return 'good';
  return answer.state === 'not-connected' || answer.state === 'unknown' ? 'due' : 'wrong';
}
