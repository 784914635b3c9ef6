import { createContext, useContext, useSyncExternalStore } from 'react';
import type { CaseView } from '../../shared/contract/case.ts';
import type { DraftStore, Editing, StepId } from './draft-store.ts';

/** What the parts of an open case share: the store of what is entered, the case as the station knows it, the way around. */
export interface OpenCase {
  readonly store: DraftStore;
  readonly view: CaseView;
  readonly goTo: (step: StepId) => void;
  /** Opens the step of a field and puts the focus into it. */
  readonly openField: (step: StepId, path: string) => void;
}

export const CaseContext = createContext<OpenCase | null>(null);

/** The open case. Throws outside a case page: that is a bug. */
export function useOpenCase(): OpenCase {
  const open = useContext(CaseContext);
  if (open === null) throw new Error('no case is open here');
  return open;
}

/** A part of what is being entered; the component is drawn again only when that part changes. */
export function useEditing<T>(select: (editing: Editing) => T): T {
  const { store } = useOpenCase();
  return useSyncExternalStore(store.subscribe, () => select(store.get()));
}
