import { ArrowLeftOutlined, ArrowRightOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactElement, useRef } from 'react';
import { useEditing, useOpenCase } from '../../case/case-context.ts';
import type { StepId } from '../../case/draft-store.ts';
import { useEntryPlan } from '../../case/entry-plan.ts';
import { blockingOf } from '../../case/problems.ts';
import { KeyHint } from '../../keys/key-hint.tsx';
import { useKey } from '../../keys/keys.ts';
import { useWords } from '../../language.ts';
import { SaveLine } from './save-line.tsx';
import { callSummary } from './summary-focus.ts';

/**
 * The way on: saves, and when something stops the step shows what, with the focus on it. Asked a second time it goes on all
 * the same: a clerk may have to leave a step unfinished, and nothing is accepted before it is complete.
 */
function useGoOn(step: StepId): () => Promise<void> {
  const { store, goTo } = useOpenCase();
  const { steps } = useEntryPlan();
  const warned = useRef<StepId | null>(null);
  const next = steps[steps.indexOf(step) + 1];
  return async () => {
    await store.flush();
    const isStopped = blockingOf(store.get().assessment.problems, step).length > 0;
    store.tryStep(step);
    if (isStopped && warned.current !== step) {
      warned.current = step;
      callSummary();
      return;
    }
    const { returnsToCheck } = store.get();
    store.note({ returnsToCheck: false });
    if (returnsToCheck) goTo('check');
    else if (next !== undefined) goTo(next);
  };
}

/** Saved at HH:MM:SS, back and on. */
export function CaseFoot({ step }: { step: StepId }): ReactElement {
  const say = useWords();
  const navigate = useNavigate();
  const { store, goTo } = useOpenCase();
  const returnsToCheck = useEditing((it) => it.returnsToCheck);
  const { steps } = useEntryPlan();
  const goOn = useGoOn(step);
  const previous = steps[steps.indexOf(step) - 1];
  const isLast = step === 'check';
  useKey('F9', () => void goOn(), !isLast);
  useKey('Ctrl+Enter', () => void goOn(), !isLast);
  useKey('Esc', () => {
    if (returnsToCheck) return goTo('check');
    void store.flush().then(() => navigate({ to: '/' }));
  });
  return (
    <div className="case-foot">
      <SaveLine />
      <span className="top-space" />
      {previous === undefined ? null : (
        <Button icon={<ArrowLeftOutlined aria-hidden />} onClick={() => goTo(previous)}>
          {say('case.back')}
        </Button>
      )}
      {isLast ? null : (
        <Button type="primary" data-enter-stop onClick={() => void goOn()}>
          {returnsToCheck ? say('case.backToCheck') : say('case.next')} <KeyHint name="Ctrl+Enter" />
          <ArrowRightOutlined aria-hidden />
        </Button>
      )}
    </div>
  );
}
