import { Link } from '@tanstack/react-router';
import type { ReactElement, ReactNode } from 'react';
import type { DraftSubject } from '../../shared/contract/draft.ts';
import type { HouseholdView } from '../../shared/contract/person.ts';
import { groupCitizenNumber } from '../../shared/domain/citizen-number.ts';
import { codeName } from '../../shared/domain/codes.ts';
import type { Person } from '../../shared/domain/records.ts';
import type { KnownSubject } from '../case/subject.ts';
import { useLanguage, useWords } from '../language.ts';
import { HouseholdTable } from './household-table.tsx';

function Fact({ name, children }: { name: string; children: ReactNode }): ReactElement {
  return (
    <div className="line">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function PersonFacts({ person }: { person: Person }): ReactElement {
  const say = useWords();
  const language = useLanguage();
  return (
    <>
      <Fact name={say('field.name')}>
        <Link to="/person/$personId" params={{ personId: person.personId }}>
          {person.name}
        </Link>
      </Fact>
      <Fact name={say('field.citizenId')}>
        <span className="numbers">{groupCitizenNumber(person.citizenId)}</span>
      </Fact>
      <Fact name={say('field.sex')}>{codeName('sex', person.sex, language)}</Fact>
      <Fact name={say('field.bornOn')}>
        <span className="numbers">{person.bornOn}</span>
      </Fact>
      <Fact name={say('list.state')}>{say(`personStatus.${person.status}`)}</Fact>
    </>
  );
}

function HouseholdFacts({ view }: { view: HouseholdView }): ReactElement {
  const say = useWords();
  const { householdId, number, kind } = view.household;
  return (
    <>
      <Fact name={say('subjectKind.household')}>
        <Link to="/household/$householdId" params={{ householdId }}>
          {say('household.join', { number, kind: say(`householdKind.${kind}`) })}
        </Link>
      </Fact>
      <Fact name={say('person.address')}>{view.address}</Fact>
    </>
  );
}

/** What a case concerns, enough to see that it is the right one: name, number, household. */
export function SubjectFacts({ known, subject }: { known: KnownSubject; subject: DraftSubject }): ReactElement {
  const say = useWords();
  const { person, household, address } = known;
  return (
    <>
      <dl className="lines lines-two">
        {person === null ? null : <PersonFacts person={person} />}
        {household === null ? null : <HouseholdFacts view={household} />}
        {address === null ? null : (
          <Fact name={say('subjectKind.address')}>
            <Link to="/address/$addressId" params={{ addressId: address.addressId }}>
              {address.fullName}
            </Link>
          </Fact>
        )}
      </dl>
      {subject.kind === 'person' && person !== null && household === null ? (
        <p className="quiet">{say('find.noHousehold')}</p>
      ) : null}
      {household === null ? null : <HouseholdTable view={household} />}
    </>
  );
}
