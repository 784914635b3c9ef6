import { useEffect, useSyncExternalStore } from 'react';
import type { StepId } from '../case/draft-store.ts';

let current: StepId | null = null;
const listeners = new Set<() => void>();

function put(step: StepId | null): void {
  current = step;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The case page says which step is open, so that help speaks of that step. */
export function useHelpFor(step: StepId): void {
  useEffect(() => {
    put(step);
    return () => put(null);
  }, [step]);
}

/** The step help should speak of; null outside the entry of a case. */
export function useHelpStep(): StepId | null {
  return useSyncExternalStore(subscribe, () => current);
}
