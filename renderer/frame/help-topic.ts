import { useEffect, useSyncExternalStore } from 'react';
import type { StepId } from '../case/draft-store.ts';

/** Steps have help of their own; so has choosing what a case concerns. */
type StepTopic = StepId | 'subject';

let current: StepTopic | null = null;
const listeners = new Set<() => void>();

function put(step: StepTopic | null): void {
  current = step;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The case page says which step is open, so that help speaks of that step. */
export function useHelpFor(step: StepTopic): void {
  useEffect(() => {
    put(step);
    return () => put(null);
  }, [step]);
}

/** The step help should speak of; null outside the entry of a case. */
export function useHelpStep(): StepTopic | null {
  return useSyncExternalStore(subscribe, () => current);
}
