import type { ReactElement } from 'react';
import { useEditing, useOpenCase } from '../../case/case-context.ts';
import { textAt } from '../../case/draft-path.ts';
import { useEntryPlan } from '../../case/entry-plan.ts';
import { useSubject } from '../../case/subject.ts';
import { useWords } from '../../language.ts';
import { CaseHead } from './case-head.tsx';

/** The head of an open case: follows what is typed. */
export function LiveHead(): ReactElement {
  const { view } = useOpenCase();
  const name = useEditing((it) => textAt(it.draft, 'people.0.name'));
  const procedure = useEditing((it) => it.draft.procedure);
  const subjectName = useSubjectName();
  return <CaseHead view={view} name={name === '' ? subjectName : name} procedure={procedure} />;
}

/** What the case is called while nobody is named: the household or address it concerns, or simply that it is new. */
function useSubjectName(): string {
  const say = useWords();
  const { isSettling } = useEntryPlan();
  const { household, address } = useSubject();
  if (household !== null) return say('household.short', { number: household.household.number });
  if (address !== null) return address.fullName;
  return isSettling ? '' : say('case.newBusiness');
}
