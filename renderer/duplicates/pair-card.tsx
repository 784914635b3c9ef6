import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { DuplicateCandidate } from '../../shared/contract/duplicate.ts';
import { useWords } from '../language.ts';
import { CompareTable } from './compare-table.tsx';
import { type Side, sideOfRegister } from './compared-lines.ts';
import { type About, OutcomeButtons } from './outcome-buttons.tsx';

interface PairCardProps {
  readonly left: Side;
  readonly leftName: string;
  readonly candidate: DuplicateCandidate;
  readonly about: About;
  readonly onRecorded?: () => void;
}

/** One person beside a candidate: why, line by line, and the outcome. */
export function PairCard({ left, leftName, candidate, about, onRecorded }: PairCardProps): ReactElement {
  const say = useWords();
  const { row, why, finding } = candidate;
  const title = say('duplicate.title', { one: left.name ?? '', other: row.name });
  return (
    <section className="pair" aria-label={title}>
      <div className="row">
        <strong>{title}</strong>
        <span>{why.map((it) => say(`duplicateReason.${it}`)).join(say('word.listComma'))}</span>
        <Link to="/person/$personId" params={{ personId: row.personId }} search={{ purpose: 'verify' }}>
          {say('duplicate.open')}
        </Link>
      </div>
      <CompareTable
        label={title}
        left={left}
        leftName={leftName}
        right={sideOfRegister(candidate)}
        rightName={say('duplicate.registered')}
      />
      <OutcomeButtons
        about={about}
        otherId={row.personId}
        finding={finding}
        onRecorded={onRecorded ?? (() => undefined)}
      />
    </section>
  );
}
