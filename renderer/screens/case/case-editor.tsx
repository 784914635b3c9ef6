import { type ReactElement, useEffect, useMemo, useRef, useState } from 'react';
import type { CaseView } from '../../../shared/contract/case.ts';
import { CaseContext, type OpenCase, useEditing, useOpenCase } from '../../case/case-context.ts';
import { createDraftStore, type StepId } from '../../case/draft-store.ts';
import { useEntryPlan } from '../../case/entry-plan.ts';
import { findField } from '../../case/fields.ts';
import { stepOf } from '../../case/steps.ts';
import { useHelpFor } from '../../frame/help-topic.ts';
import { focusFirstField, focusPath, goOnWithEnter } from '../../keys/focus.ts';
import { useWords } from '../../language.ts';
import { queryClient, refresh } from '../../queries.ts';
import { CaseFoot } from './case-foot.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { LiveHead } from './live-head.tsx';
import { Objection } from './objection.tsx';
import { PrefilledNotice } from './prefilled-notice.tsx';
import { StepList } from './step-list.tsx';
import { stepParts } from './steps/step-parts.ts';
import { LiveVerdict } from './verdict/live-verdict.tsx';

/** Focuses a field once its step is drawn; the first field of the step when none is asked for. */
function useStepFocus(step: StepId, wanted: string | null) {
  const work = useRef<HTMLElement>(null);
  useEffect(() => {
    const isFound = wanted !== null && focusPath(wanted);
    if (isFound) return;
    const part = work.current?.querySelector<HTMLElement>(`[data-step="${step}"]`) ?? null;
    // The check page is read from its top; its first field stands at the very end.
    if (step === 'check') part?.focus();
    else focusFirstField(part);
    work.current?.scrollTo({ top: 0 });
  }, [step, wanted]);
  return work;
}

function EditorParts({ wanted }: { wanted: string | null }): ReactElement {
  const say = useWords();
  const { store } = useOpenCase();
  const plan = useEntryPlan();
  const step = useEditing((it) => stepOf(it.draft, plan.steps));
  const work = useStepFocus(step, wanted);
  const Step = stepParts[step];
  useHelpFor(step === 'applicant' && !plan.isSettling ? 'subject' : step);
  return (
    <div className="case">
      <StepList />
      <section className="work" aria-label={say('case.work')} data-part="work" ref={work}>
        <LiveHead />
        <Objection caseId={store.caseId} />
        <PrefilledNotice caseId={store.caseId} onChecked={() => store.edit((draft) => ({ ...draft }))} />
        <ErrorSummary step={step} />
        <div className="work-step" data-step={step} key={step} tabIndex={-1} onKeyDownCapture={goOnWithEnter}>
          <Step />
        </div>
        <CaseFoot step={step} />
      </section>
      <LiveVerdict />
    </div>
  );
}

/** What was read of a draft is old once it was typed in; opening it again must read it anew. */
function forgetDraft(caseId: string): void {
  const queryKey = ['case.get', { caseId }];
  const state = queryClient.getQueryData<CaseView>(queryKey)?.row.state;
  if (state === 'draft' || state === 'returned') queryClient.removeQueries({ queryKey });
}

/** Entry of a case: steps, work, verdict. What is typed lives in the draft store; the station gets it at every pause. */
export function CaseEditor({ view }: { view: CaseView }): ReactElement {
  const [store] = useState(() => createDraftStore(view));
  const [wanted, setWanted] = useState<string | null>(null);
  useEffect(() => store.adopt(view), [store, view]);
  useEffect(() => {
    return () => {
      store.stop();
      forgetDraft(store.caseId);
      refresh('case.list', 'home.summary');
    };
  }, [store]);
  const open: OpenCase = useMemo(
    () => ({
      store,
      view,
      goTo(step) {
        setWanted(null);
        store.change('step', step);
      },
      openField(step, path) {
        setWanted(null);
        const found = findField(path);
        if (found !== null) store.note({ openPerson: found.index });
        store.change('step', step);
        requestAnimationFrame(() => setWanted(path));
      },
    }),
    [store, view],
  );
  return (
    <CaseContext value={open}>
      <EditorParts wanted={wanted} />
    </CaseContext>
  );
}
