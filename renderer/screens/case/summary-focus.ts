import { useSyncExternalStore } from 'react';

let calls = 0;
const listeners = new Set<() => void>();

/** Asks the error summary to take the focus. */
export function callSummary(): void {
  calls += 1;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Grows by one each time the summary should take the focus. */
export function useSummaryCall(): number {
  return useSyncExternalStore(subscribe, () => calls);
}
