import { useParams, useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { LookupPurpose } from '../../../shared/contract/person.ts';
import type { PersonPage } from '../../../shared/contract/register.ts';
import { CaseTable } from '../../cases/case-table.tsx';
import { useWords } from '../../language.ts';
import { NoPhoto, PersonPhoto } from '../../photos/person-photo.tsx';
import type { Standing } from '../../procedures/fitting.ts';
import { ProcedureList } from '../../procedures/procedure-list.tsx';
import { useCall } from '../../queries.ts';
import { CopyAge } from '../../register/copy-age.tsx';
import { HistoryList } from '../../register/history-list.tsx';
import { HouseholdHeading } from '../../register/household-heading.tsx';
import { HouseholdTable } from '../../register/household-table.tsx';
import { PersonLines } from '../../register/person-lines.tsx';
import { FailureLine } from '../../signs/failure-line.tsx';
import { PersonKin } from './person-kin.tsx';
import { CertificateTable, PaperTable, PermitTable, ResidenceTable } from './person-papers.tsx';
import { PersonTitle } from './person-title.tsx';

/** What the person's state makes likely to be asked for. */
function standingOf({ person, residences, permits }: PersonPage): Standing {
  const current = permits.find((it) => it.permit.status === 'active');
  return {
    kind: 'person',
    status: person.status,
    hasResidence: residences.some((it) => it.residence.endedOn === null),
    permit: current?.state ?? null,
  };
}

function PersonCases({ rows }: { rows: PersonPage['cases'] }): ReactElement {
  const say = useWords();
  return (
    <section className="card" aria-label={say('personPage.cases')}>
      <h2>{say('personPage.cases')}</h2>
      {rows.length === 0 ? (
        <p className="quiet">{say('personPage.noCases')}</p>
      ) : (
        <CaseTable rows={rows} isLoading={false} label={say('personPage.cases')} isNarrow />
      )}
    </section>
  );
}

function Parts({ page, purpose }: { page: PersonPage; purpose: LookupPurpose }): ReactElement {
  const say = useWords();
  const { person, household } = page;
  const cardTitle = say(person.status === 'elsewhere' ? 'find.person' : 'personPage.card');
  return (
    <>
      <section className="card" aria-label={cardTitle} data-part="card">
        <h2>{cardTitle}</h2>
        <div className="with-photo">
          {person.photoId === null ? <NoPhoto /> : <PersonPhoto photoId={person.photoId} name={person.name} />}
          <PersonLines person={person} isWhole />
        </div>
      </section>
      <section className="card" aria-label={say('personPage.household')}>
        <h2>{say('personPage.household')}</h2>
        {household === null ? (
          <p className="quiet">{say('find.noHousehold')}</p>
        ) : (
          <>
            <HouseholdHeading view={household} />
            <HouseholdTable view={household} />
          </>
        )}
        <PersonKin page={page} />
      </section>
      <ResidenceTable rows={page.residences} />
      <PermitTable rows={page.permits} />
      <PaperTable rows={page.papers} />
      <CertificateTable rows={page.certificates} />
      <PersonCases rows={page.cases} />
      <HistoryList kind="person" id={person.personId} purpose={purpose} />
    </>
  );
}

/** Everything the register has of a person, and what can be begun from here. */
export function PersonScreen(): ReactElement {
  const { personId } = useParams({ from: '/person/$personId' });
  const { purpose = 'counter' } = useSearch({ from: '/person/$personId' });
  const { data: page, error } = useCall('person.page', { personId, purpose });
  return (
    <section className="sheet" aria-labelledby="page-title">
      <FailureLine error={error} />
      {page === undefined ? null : (
        <>
          <PersonTitle page={page} />
          <div className="with-procedures">
            <div className="page-parts">
              <Parts page={page} purpose={purpose} />
              <CopyAge copyAsOf={page.copyAsOf} />
            </div>
            <ProcedureList key={personId} standing={standingOf(page)} id={personId} />
          </div>
        </>
      )}
    </section>
  );
}
