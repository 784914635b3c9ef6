import type { ReactElement } from 'react';
import { useEditing, useOpenCase } from '../../case/case-context.ts';
import { textAt } from '../../case/draft-path.ts';
import { CaseHead } from './case-head.tsx';

/** The head of an open case: follows what is typed. */
export function LiveHead(): ReactElement {
  const { view } = useOpenCase();
  const name = useEditing((it) => textAt(it.draft, 'people.0.name'));
  const procedure = useEditing((it) => it.draft.procedure);
  return <CaseHead view={view} name={name} procedure={procedure} />;
}
