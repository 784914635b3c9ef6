import { Link } from '@tanstack/react-router';
import { type ReactElement, useState } from 'react';
import type { CaseRow } from '../../../shared/contract/case.ts';
import { useWords } from '../../language.ts';
import { useCall } from '../../queries.ts';
import { FailureLine } from '../../signs/failure-line.tsx';
import { Notice } from '../../signs/notice.tsx';
import { StateSign } from '../../signs/state-sign.tsx';
import { Papers } from '../case/record/papers.tsx';

function OpenedCase({ caseId }: { caseId: string }): ReactElement {
  const { data, error } = useCall('case.get', { caseId });
  return data === undefined ? <FailureLine error={error} /> : <Papers view={data} />;
}

interface QueueLineProps {
  readonly row: CaseRow;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

function QueueLine({ row, isOpen, onToggle }: QueueLineProps): ReactElement {
  const say = useWords();
  return (
    <li>
      <div className="row print-line">
        <button type="button" className="link" aria-expanded={isOpen} onClick={onToggle}>
          {say(isOpen ? 'print.hidePapers' : 'print.showPapers')}
          <span className="visually-hidden"> {row.applicantName}</span>
        </button>
        <Link to="/case/$caseId" params={{ caseId: row.caseId }}>
          {row.applicantName}
        </Link>
        <span className="numbers">{row.acceptanceNumber}</span>
        <StateSign state={row.state} />
      </div>
      {isOpen ? <OpenedCase caseId={row.caseId} /> : null}
    </li>
  );
}

/** Everything of this station that is still to print, case by case. The first case is open. */
export function PrintScreen(): ReactElement {
  const say = useWords();
  const list = useCall('case.list', { queue: 'to-print' });
  const [picked, setPicked] = useState<string | null>(null);
  const rows = list.data ?? [];
  const open = picked ?? rows[0]?.caseId ?? '';
  return (
    <section className="sheet" aria-labelledby="print-title">
      <h1 id="print-title">{say('print.title')}</h1>
      <FailureLine error={list.error} />
      {list.data?.length === 0 ? <Notice tone="good">{say('print.nothing')}</Notice> : null}
      <ul className="plain-list">
        {rows.map((row) => (
          <QueueLine
            key={row.caseId}
            row={row}
            isOpen={row.caseId === open}
            onToggle={() => setPicked(row.caseId === open ? 'none' : row.caseId)}
          />
        ))}
      </ul>
    </section>
  );
}
