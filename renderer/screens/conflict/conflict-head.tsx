import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import type { ReactElement } from 'react';
import type { ConflictRow } from '../../../shared/contract/conflict.ts';
import { useWords } from '../../language.ts';
import { moment } from '../../signs/moments.ts';
import { Notice } from '../../signs/notice.tsx';
import { usePolicyNames } from '../../words/policy-names.ts';
import { useConflictName } from './conflict-name.ts';

/** Which registration it is, why it was not taken, and what can be done about that. */
export function ConflictHead({ row }: { row: ConflictRow }): ReactElement {
  const say = useWords();
  const procedureName = usePolicyNames('procedure');
  const nameOf = useConflictName();
  const { caseId, acceptanceNumber: number, buildsOn } = row;
  return (
    <>
      <div className="page-title">
        <h1 id="conflict-title">{nameOf(row)}</h1>
        <span>{procedureName(row.procedure)}</span>
        {caseId === null ? null : (
          <Link to="/case/$caseId" params={{ caseId }} className="numbers">
            {say('conflict.caseLink', { number })}
          </Link>
        )}
        <span className="quiet numbers">{moment(row.registeredAt)}</span>
        <span className="top-space" />
        <Link to="/conflicts">{say('conflict.back')}</Link>
      </div>
      <Notice tone="wrong">
        <strong>{say(`conflictBecause.${row.because}`)}</strong> {say(`conflictNext.${row.because}`)}
      </Notice>
      {buildsOn === null ? null : (
        <Notice
          tone="due"
          action={
            <Link to="/conflict/$eventId" params={{ eventId: buildsOn }}>
              <Button tabIndex={-1}>{say('conflict.openFirst')}</Button>
            </Link>
          }
        >
          {say('conflict.buildsOn')}
        </Notice>
      )}
    </>
  );
}
