import { IdcardOutlined, SearchOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactElement, type ReactNode, useState } from 'react';
import { applicantCards } from '../../../case/fields.ts';
import { PairsOfEntered } from '../../../duplicates/pairs-of-entered.tsx';
import { KeyHint } from '../../../keys/key-hint.tsx';
import { useKey } from '../../../keys/keys.ts';
import { useWords } from '../../../language.ts';
import { FailureLine } from '../../../signs/failure-line.tsx';
import { Notice } from '../../../signs/notice.tsx';
import { useCardReading } from './card-reading.ts';
import { PersonCards } from './person-cards.tsx';
import { PersonLookup } from './person-lookup.tsx';

interface PersonSourcesProps {
  readonly index: number;
  /** Further acts on the person, at the end of the line. */
  readonly children?: ReactNode;
}

/** The quick ways to fill in a person: the ID card on the reader, or the local register. */
export function PersonSources({ index, children }: PersonSourcesProps): ReactElement {
  const say = useWords();
  const reading = useCardReading(index);
  const [isLooking, setLooking] = useState(false);
  useKey('F7', reading.read);
  return (
    <div className="sources">
      <div className="row">
        <Button icon={<IdcardOutlined aria-hidden />} loading={reading.isPending} onClick={reading.read}>
          {say('applicant.readCard')} <KeyHint name="F7" />
        </Button>
        <Button icon={<SearchOutlined aria-hidden />} aria-expanded={isLooking} onClick={() => setLooking(!isLooking)}>
          {say('applicant.lookUp')}
        </Button>
        <span className="quiet">{say('applicant.orType')}</span>
        <span className="top-space" />
        {children}
      </div>
      <FailureLine error={reading.error} />
      {reading.filled === null ? null : <Notice tone="good">{reading.filled}</Notice>}
      {reading.mayBeCut ? <Notice tone="due">{say('applicant.nameMayBeCut')}</Notice> : null}
      {isLooking ? <PersonLookup index={index} onClose={() => setLooking(false)} /> : null}
    </div>
  );
}

/** Who is in front of me: ID card, household book, telephone. */
export function ApplicantStep(): ReactElement {
  const say = useWords();
  return (
    <fieldset className="person" aria-label={say('person.applicant')}>
      <PersonSources index={0} />
      <PersonCards index={0} cards={applicantCards} />
      <PairsOfEntered index={0} />
    </fieldset>
  );
}
