import { DesktopOutlined, EditOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import { useOpenCase } from '../../../case/case-context.ts';
import { useWords } from '../../../language.ts';
import { useAct } from '../../../queries.ts';
import { FailureLine } from '../../../signs/failure-line.tsx';
import { moment } from '../../../signs/moments.ts';
import { Notice } from '../../../signs/notice.tsx';

/** Shows the applicant what was entered and asks for the signature; says what came of it. */
export function SignaturePanel(): ReactElement {
  const say = useWords();
  const { store, view } = useOpenCase();
  const show = useAct('applicant.show');
  const { signature } = view;
  const present = async (asksSignature: boolean) => {
    await store.flush();
    show.mutate({ caseId: store.caseId, asksSignature });
  };
  return (
    <section className="card" aria-label={say('signature.title')}>
      <h2>{say('signature.title')}</h2>
      <div className="row">
        <Button icon={<DesktopOutlined aria-hidden />} onClick={() => void present(false)}>
          {say('signature.show')}
        </Button>
        <Button icon={<EditOutlined aria-hidden />} onClick={() => void present(true)}>
          {say('signature.ask')}
        </Button>
        <Button onClick={() => show.mutate({ caseId: null })}>{say('signature.clear')}</Button>
      </div>
      <FailureLine error={show.error} />
      {signature === null ? <Notice tone="info">{say('signature.none')}</Notice> : null}
      {signature?.isCurrent ? (
        <Notice tone="good">
          {say('signature.signed', { at: moment(signature.signedAt) })}
          <img className="signature" src={signature.png} alt={say('signature.picture')} />
        </Notice>
      ) : null}
      {signature !== null && !signature.isCurrent ? <Notice tone="due">{say('signature.old')}</Notice> : null}
    </section>
  );
}
