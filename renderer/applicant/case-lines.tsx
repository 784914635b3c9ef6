import { CheckCircleOutlined, EditOutlined, WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { ApplicantView } from '../../shared/contract/applicant.ts';
import { useBilingual, useWords } from '../language.ts';
import { useAct } from '../queries.ts';
import { SignBox } from './sign-box.tsx';

type CaseShown = Extract<ApplicantView, { shows: 'case' }>;

/** What was entered, grouped as on the paper; what changed since the last look is marked with a word. */
export function CaseLines({ view }: { view: CaseShown }): ReactElement {
  const say = useWords();
  const inLanguage = useBilingual();
  const objects = useAct('applicant.objects');
  const filled = view.groups.filter((it) => it.lines.length > 0);
  return (
    <>
      <h1>{inLanguage(view.title)}</h1>
      <p className="applicant-lead">{say('applicantWindow.check')}</p>
      {filled.map((group) => (
        <section key={group.title.zh} className="applicant-group">
          <h2>{inLanguage(group.title)}</h2>
          <dl>
            {group.lines.map((line) => (
              <div
                key={line.label.zh}
                className={line.isChanged ? 'applicant-line applicant-changed' : 'applicant-line'}
              >
                <dt>{inLanguage(line.label)}</dt>
                <dd>
                  {line.value === '' ? say('check.blank') : line.value}
                  {line.isChanged ? (
                    <span className="applicant-mark">
                      <EditOutlined aria-hidden /> {say('applicantWindow.changed')}
                    </span>
                  ) : null}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      {view.isSigned ? (
        <p className="applicant-signed" role="status">
          <CheckCircleOutlined aria-hidden /> {say('applicantWindow.signed')}
        </p>
      ) : null}
      {view.asksSignature && !view.isSigned ? <SignBox caseId={view.caseId} contentHash={view.contentHash} /> : null}
      {objects.isSuccess ? <p role="status">{say('applicantWindow.told')}</p> : null}
      <Button
        size="large"
        className="applicant-object"
        icon={<WarningOutlined aria-hidden />}
        onClick={() => objects.mutate({ caseId: view.caseId })}
      >
        {say('applicantWindow.wrong')}
      </Button>
    </>
  );
}
