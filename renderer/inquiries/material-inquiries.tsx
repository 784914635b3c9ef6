import { CloudOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactElement, useEffect, useState } from 'react';
import type { DraftMaterial } from '../../shared/contract/draft.ts';
import type { NewInquiry } from '../../shared/contract/inquiry.ts';
import { isImprovedByProof, proofOf } from '../../shared/contract/inquiry-proof.ts';
import { useEditing, useOpenCase } from '../case/case-context.ts';
import { useMayCall } from '../frame/session.ts';
import { useWords } from '../language.ts';
import { FailureLine } from '../signs/failure-line.tsx';
import { InquiryLines } from './inquiry-lines.tsx';
import { useAsk, useInquiries } from './use-inquiries.ts';
import { VerificationForm } from './verification-form.tsx';
import { useVerifyingDepartment } from './verifying-department.ts';

const papers = ['move-in-permit', 'migration-certificate'] as const;

interface MaterialInquiriesProps {
  readonly materialId: string;
  readonly name: string;
  readonly state: DraftMaterial['state'];
  readonly onProof: (part: Pick<DraftMaterial, 'state' | 'note'>) => void;
}

/** Verification in place of a paper: asks a department or the place of issue, shows the answer, and takes a good one over into the draft. */
export function MaterialInquiries({ materialId, name, state, onProof }: MaterialInquiriesProps): ReactElement {
  const say = useWords();
  const may = useMayCall();
  const { store } = useOpenCase();
  const ask = useAsk(store.caseId);
  const [isOpen, setOpen] = useState(false);
  const draft = useEditing((it) => it.draft);
  const inquiries = useInquiries(store.caseId).filter((it) => it.materialId === materialId);
  const note = inquiries.flatMap((it) => proofOf(it, it.office.zh, draft)?.note ?? [])[0] ?? null;
  const isNews = note !== null && isImprovedByProof(state);
  useEffect(() => {
    if (isNews) onProof({ state: 'verified', note: note ?? '' });
  });
  const department = useVerifyingDepartment(materialId);
  const paperKind = papers.find((each) => each === materialId);
  const isAsked = inquiries.some((it) => it.answer === null && it.state !== 'refused');
  const isKnownOutside = paperKind !== undefined || department !== null;
  const mayAsk = may('inquiry.ask') && isKnownOutside && state !== 'verified' && !isAsked && !isOpen;
  // What was just typed has to be in the kept draft before it is asked about.
  const send = (asked: NewInquiry) => void store.flush().then(() => ask.run(asked, () => setOpen(false)));
  return (
    <div className="material-inquiries">
      {mayAsk ? (
        <Button
          size="small"
          icon={<CloudOutlined aria-hidden />}
          title={paperKind ? say('inquiry.checkPaperHint') : say('inquiry.verifyTitle', { name })}
          loading={ask.isPending}
          onClick={() => (paperKind ? send({ kind: 'paper', paperKind }) : setOpen(true))}
        >
          {say(paperKind ? 'inquiry.checkPaper' : 'inquiry.verify')}
        </Button>
      ) : null}
      {isOpen ? (
        <VerificationForm
          materialId={materialId}
          name={name}
          proposed={department}
          isPending={ask.isPending}
          onAsk={send}
          onClose={() => setOpen(false)}
        />
      ) : null}
      <FailureLine error={ask.error} />
      <InquiryLines inquiries={inquiries} />
    </div>
  );
}
