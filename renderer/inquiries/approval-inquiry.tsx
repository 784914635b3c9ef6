import { SendOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { CaseView } from '../../shared/contract/case.ts';
import { useMayCall } from '../frame/session.ts';
import { useWords } from '../language.ts';
import { FailureLine } from '../signs/failure-line.tsx';
import { InquiryLines } from './inquiry-lines.tsx';
import { useAsk, useInquiries } from './use-inquiries.ts';

/** Asks the county or prefecture for its decision when it is its turn, and shows what it said. */
export function ApprovalInquiry({ view }: { view: CaseView }): ReactElement | null {
  const say = useWords();
  const may = useMayCall();
  const { caseId, state } = view.row;
  const inquiries = useInquiries(caseId).filter(({ kind }) => kind === 'approval');
  const ask = useAsk(caseId);
  const next = view.approvals.find(({ decidedAt }) => decidedAt === null)?.level ?? 'station';
  const isTheirTurn = state === 'accepted' && next !== 'station';
  const acceptedAt = view.timeline.findLast(({ act }) => act === 'accepted' || act === 'resubmitted')?.at ?? '';
  const isAsked = inquiries.some(
    (each) => each.answer === null && each.state !== 'refused' && each.askedAt >= acceptedAt,
  );
  const level = say(`level.${next}`);
  if (!isTheirTurn && inquiries.length === 0) return null;
  return (
    <>
      <InquiryLines inquiries={inquiries} />
      {isTheirTurn && !isAsked && may('inquiry.ask') ? (
        <>
          <Button
            icon={<SendOutlined aria-hidden />}
            loading={ask.isPending}
            onClick={() => ask.run({ kind: 'approval' })}
          >
            {say('inquiry.askApproval', { level })}
          </Button>
          <p className="quiet">{say('inquiry.approvalHint', { level })}</p>
        </>
      ) : null}
      <FailureLine error={ask.error} />
    </>
  );
}
