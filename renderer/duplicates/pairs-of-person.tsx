import type { ReactElement } from 'react';
import { useWords } from '../language.ts';
import { useCall } from '../queries.ts';
import { FailureLine } from '../signs/failure-line.tsx';
import { sideOfRegister } from './compared-lines.ts';
import { PairCard } from './pair-card.tsx';

/** A person of the register beside everybody who may be the same. */
export function PairsOfPerson({ personId }: { personId: string }): ReactElement {
  const say = useWords();
  const found = useCall('duplicate.find', { personId });
  const { subject, candidates = [] } = found.data ?? {};
  return (
    <>
      <FailureLine error={found.error} />
      {found.data !== undefined && candidates.length === 0 ? <p className="quiet">{say('duplicate.none')}</p> : null}
      {subject
        ? candidates.map((candidate) => (
            <PairCard
              key={candidate.row.personId}
              left={sideOfRegister(subject)}
              leftName={subject.row.name}
              candidate={candidate}
              about={{ personId }}
            />
          ))
        : null}
    </>
  );
}
