import type { ReactElement } from 'react';
import type { CaseView } from '../../../shared/contract/case.ts';
import { useWords } from '../../language.ts';
import { StateSign } from '../../signs/state-sign.tsx';
import { usePolicyNames } from '../../words/policy-names.ts';

interface CaseHeadProps {
  readonly view: CaseView;
  /** The applicant's name as it is typed now; the row's name is as old as the last list. */
  readonly name?: string;
  readonly procedure?: string;
}

/** Who is in front of me, what do they want, where does it stand. */
export function CaseHead({ view, name, procedure }: CaseHeadProps): ReactElement {
  const say = useWords();
  const procedureName = usePolicyNames('procedure');
  const { row } = view;
  const shownName = name ?? row.applicantName;
  const shownProcedure = procedure ?? row.procedure;
  return (
    <div className="case-head">
      <h1>{shownName === '' ? say('case.untitled') : shownName}</h1>
      <span>{shownProcedure === '' ? say('list.noRoute') : procedureName(shownProcedure)}</span>
      <StateSign state={row.state} />
      {row.acceptanceNumber === null ? null : (
        <span className="numbers">{say('case.number', { number: row.acceptanceNumber })}</span>
      )}
      {row.dueOn === null ? null : <span className="numbers">{say('case.dueOn', { day: row.dueOn })}</span>}
    </div>
  );
}
