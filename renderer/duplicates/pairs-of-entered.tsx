import { type ReactElement, useState } from 'react';
import type { DraftPerson } from '../../shared/contract/draft.ts';
import type { ProblemCode } from '../../shared/contract/problems.ts';
import { useEditing, useOpenCase } from '../case/case-context.ts';
import { useWords } from '../language.ts';
import { useCall } from '../queries.ts';
import { FailureLine } from '../signs/failure-line.tsx';
import { sideOfDraft } from './compared-lines.ts';
import { PairCard } from './pair-card.tsx';

const codes: readonly ProblemCode[] = ['duplicate-possible', 'number-of-another'];

interface PairsProps {
  readonly person: DraftPerson;
  readonly onRecorded: () => void;
}

function Pairs({ person, onRecorded }: PairsProps): ReactElement {
  const say = useWords();
  const { view } = useOpenCase();
  const { name, bornOn, citizenId, personId } = person;
  const entered = { name, bornOn, citizenId };
  const found = useCall('duplicate.find', { ...entered, exceptPersonIds: personId === '' ? [] : [personId] });
  return (
    <section className="card" aria-label={say('duplicate.panel')}>
      <h2>{say('duplicate.panel')}</h2>
      <p className="quiet">{say('duplicate.intro')}</p>
      <FailureLine error={found.error} />
      {(found.data?.candidates ?? []).map((candidate) => (
        <PairCard
          key={candidate.row.personId}
          left={sideOfDraft(person)}
          leftName={say('duplicate.entered')}
          candidate={candidate}
          about={{ caseId: view.row.caseId, ...entered }}
          onRecorded={onRecorded}
        />
      ))}
    </section>
  );
}

/**
 * Somebody entered beside those of the register who may be the same; there once the station says so, and until the clerk leaves the step,
 * so that what was recorded is seen. Speaks of what was saved, not of what is being typed.
 */
export function PairsOfEntered({ index }: { index: number }): ReactElement | null {
  const { store } = useOpenCase();
  const [hasRecorded, setRecorded] = useState(false);
  const isAsked = useEditing((it) =>
    it.assessment.problems.some(({ path, code }) => path.startsWith(`people.${index}.`) && codes.includes(code)),
  );
  const person = useEditing((it) => it.assessed.people[index]);
  if (person === undefined || !(isAsked || hasRecorded)) return null;
  const reassess = () => {
    setRecorded(true);
    // A save makes the station look at the case again.
    store.edit((draft) => ({ ...draft }));
  };
  return <Pairs person={person} onRecorded={reassess} />;
}
