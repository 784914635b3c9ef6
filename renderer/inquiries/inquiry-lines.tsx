import type { ReactElement } from 'react';
import type { CaseInquiry } from '../../shared/contract/inquiry.ts';
import { useWords } from '../language.ts';
import { moment } from '../signs/moments.ts';
import { Notice } from '../signs/notice.tsx';
import { toneOf, useProgressWords } from './progress-words.ts';

/** What was asked and how it stands, a line each; nothing where nothing was asked. */
export function InquiryLines({ inquiries }: { inquiries: readonly CaseInquiry[] }): ReactElement | null {
  const say = useWords();
  const progress = useProgressWords();
  if (inquiries.length === 0) return null;
  return (
    <section className="inquiry-lines" aria-label={say('inquiry.listTitle')}>
      {inquiries.map((inquiry) => (
        <Notice key={inquiry.inquiryId} tone={toneOf(inquiry)}>
          <span className="numbers">{moment(inquiry.answeredAt ?? inquiry.askedAt)}</span> {progress(inquiry)}
        </Notice>
      ))}
    </section>
  );
}
