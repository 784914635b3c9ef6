import { useMemo } from 'react';
import type { ProcedurePage } from '../../shared/contract/procedure.ts';
import { type Say, useWords } from '../language.ts';
import { useCall } from '../queries.ts';
import { useEditing, useOpenCase } from './case-context.ts';
import type { StepId } from './draft-store.ts';
import { asksSituation, type EntryPlan, planEntry } from './steps.ts';

/** The page of the procedure chosen now; the case itself brings that of the procedure it was opened with. */
function usePage(): ProcedurePage | null {
  const { view } = useOpenCase();
  const procedure = useEditing((it) => it.draft.procedure);
  const isOther = procedure !== view.draft.procedure;
  const known = useCall('policy.procedures', {}, { enabled: isOther && procedure !== '' });
  if (!isOther) return view.page;
  return known.data?.find((it) => it.procedure === procedure)?.page ?? null;
}

/** How the open case is entered, by the procedure chosen now. */
export function useEntryPlan(): EntryPlan {
  const page = usePage();
  const procedure = useEditing((it) => it.draft.procedure);
  const hasSituation = useEditing(asksSituation);
  return useMemo(() => planEntry(procedure, page, hasSituation), [procedure, page, hasSituation]);
}

/** The name of a step: settling has its own. */
export function stepName(say: Say, step: StepId, { isSettling }: Pick<EntryPlan, 'isSettling'>): string {
  return isSettling ? say(`step.${step}`) : say(`pageStep.${step}`);
}

/** What a person of the case is called: the applicant and who comes along, or simply their number. */
export function useWho(): (index: number) => string {
  const say = useWords();
  const { isSettling } = useEntryPlan();
  return (index) => whoWords(say, index, isSettling);
}

/** The same outside the entry of a case. */
export function whoWords(say: Say, index: number, isSettling: boolean): string {
  if (!isSettling) return say('person.numbered', { number: index + 1 });
  return index === 0 ? say('person.applicant') : say('person.companion', { number: index });
}
