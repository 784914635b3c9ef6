import { FileDoneOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import { useEditing, useOpenCase } from '../../../case/case-context.ts';
import { useEntryPlan } from '../../../case/entry-plan.ts';
import { usePrintOnDemand } from '../../../documents/print-on-demand.ts';
import { PrinterLine } from '../../../documents/printer-line.tsx';
import { KeyHint } from '../../../keys/key-hint.tsx';
import { useKey } from '../../../keys/keys.ts';
import { useWords } from '../../../language.ts';
import { queryClient, refresh, useAct } from '../../../queries.ts';
import { FailureLine } from '../../../signs/failure-line.tsx';
import { Notice } from '../../../signs/notice.tsx';
import { ProblemLink } from '../error-summary.tsx';
import { callSummary } from '../summary-focus.ts';

/** How many of the reasons are named beside the button; the summary at the top has them all. */
const shownAtMost = 5;

/** Accepts the case with what stands on the screen; the answer turns the page into the record of the case. */
function useAccept() {
  const { store } = useOpenCase();
  const accept = useAct('case.accept');
  const run = async () => {
    if (!(await store.flush())) return;
    const { caseId } = store;
    accept.mutate(
      { caseId, revision: store.get().revision },
      {
        onSuccess: (view) => {
          queryClient.setQueryData(['case.get', { caseId }], view);
          refresh('case.list', 'home.summary', 'applicant.view');
        },
      },
    );
  };
  return { run, isPending: accept.isPending, error: accept.error };
}

/** What can be done where the case cannot be accepted: the notice of what is missing, or of why not. */
function InsteadOfAccepting(): ReactElement {
  const say = useWords();
  const { store } = useOpenCase();
  const procedure = useEditing((it) => it.draft.procedure);
  const route = useEditing((it) => it.assessment.verdicts.routes.find((one) => one.procedure === procedure));
  const paper = usePrintOnDemand(store.caseId, () => store.flush());
  const form = route?.verdict === 'ineligible' ? 'ineligible-notice' : 'one-time-notice';
  return (
    <>
      <Button icon={<PrinterOutlined aria-hidden />} loading={paper.isPending} onClick={() => paper.print(form)}>
        {say(form === 'ineligible-notice' ? 'accept.printRefusal' : 'materials.printNotice')}
      </Button>
      {route?.documents.includes('public-notice') ? (
        <Button
          icon={<PrinterOutlined aria-hidden />}
          loading={paper.isPending}
          onClick={() => paper.print('public-notice')}
        >
          {say('onDemand.publicNotice')}
        </Button>
      ) : null}
      <FailureLine error={paper.error} />
      <PrinterLine printer={paper.printer} />
    </>
  );
}

/** 受理: asks in the page, and where it cannot be done yet says why and what to do. The button is never grey and silent. */
export function AcceptPanel(): ReactElement {
  const say = useWords();
  const { store } = useOpenCase();
  const { isSettling } = useEntryPlan();
  const [isAsking, setAsking] = useState(false);
  const problems = useEditing((it) => it.assessment.problems);
  const people = useEditing((it) => it.draft.people.length);
  const accept = useAccept();
  const blocking = problems.filter((it) => it.weight === 'blocks');
  const isBlocked = blocking.length > 0;
  const hasPaper = blocking.some((it) => it.code === 'material-missing' || it.code === 'route-ineligible');
  const ask = async () => {
    await store.flush();
    store.tryStep('check');
    const isStopped = store.get().assessment.problems.some((it) => it.weight === 'blocks');
    if (isStopped) callSummary();
    setAsking(!isStopped);
  };
  useKey('F10', () => void (isAsking ? accept.run() : ask()));
  useKey('F9', () => void ask());
  useKey('Ctrl+Enter', () => void ask());
  useKey('Esc', () => setAsking(false), isAsking);
  return (
    <section className="card accept" aria-label={say('accept.title')}>
      <h2>{say('accept.title')}</h2>
      {isBlocked ? (
        <Notice tone="due" action={hasPaper ? <InsteadOfAccepting /> : null}>
          {say('accept.blocked', { count: blocking.length })}
          <ul className="plain-list">
            {blocking.slice(0, shownAtMost).map((it) => (
              <li key={`${it.path} ${it.code}`}>
                <ProblemLink problem={it} />
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
      {isAsking ? (
        <div className="confirm">
          <p>{isSettling ? say('accept.sure', { count: people }) : say('accept.sureOfPage')}</p>
          <Button type="primary" autoFocus loading={accept.isPending} onClick={() => void accept.run()}>
            {say('accept.confirm')} <KeyHint name="F10" />
          </Button>
          <Button onClick={() => setAsking(false)}>{say('accept.notYet')}</Button>
        </div>
      ) : (
        <Button type="primary" data-enter-stop icon={<FileDoneOutlined aria-hidden />} onClick={() => void ask()}>
          {say('accept.accept')} <KeyHint name="F10" />
        </Button>
      )}
      <FailureLine error={accept.error} />
    </section>
  );
}
