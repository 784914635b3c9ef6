import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { CertificateRow } from '../../../shared/contract/policy.ts';
import { useBilingual, useWords } from '../../language.ts';
import { FailureLine } from '../../signs/failure-line.tsx';
import { Notice } from '../../signs/notice.tsx';
import { useStartProcedure } from './start-procedure.ts';

interface AnswerProps {
  readonly answer: CertificateRow;
  readonly offered: readonly CertificateRow[];
  readonly onChoose: (id: string) => void;
}

/** What may be issued is started from here; what may not is refused with the reason, and the kinds that may are offered. */
export function CertificateAnswer({ answer, offered, onChoose }: AnswerProps): ReactElement {
  const say = useWords();
  const inLanguage = useBilingual();
  const begin = useStartProcedure();
  const name = inLanguage(answer.names);
  const start = () =>
    begin.start({
      procedure: 'certificate.issue',
      entered: { answers: { 'certificate.kind': 'listed' }, fields: { kind: answer.id } },
    });
  return (
    <section className="card certificate-answer" aria-label={say('certificates.answer')} aria-live="polite">
      <h2>{say(answer.isIssued ? 'certificates.mayIssue' : 'certificates.mayNot', { name })}</h2>
      <Notice tone={answer.isIssued ? 'good' : 'wrong'}>
        {inLanguage(answer.reason)}
        <span className="source">{inLanguage(answer.basis)}</span>
      </Notice>
      {answer.isIssued ? (
        <Button type="primary" icon={<PlusOutlined aria-hidden />} loading={begin.isPending} onClick={start}>
          {say('certificates.start', { name })}
        </Button>
      ) : (
        <>
          <p>{say('certificates.offered')}</p>
          <div className="kinds">
            {offered.map(({ id, names }) => (
              <Button key={id} size="small" onClick={() => onChoose(id)}>
                {inLanguage(names)}
              </Button>
            ))}
          </div>
        </>
      )}
      <FailureLine error={begin.error} />
    </section>
  );
}
