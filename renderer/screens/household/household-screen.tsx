import { HomeOutlined, StopOutlined } from '@ant-design/icons';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { HouseholdView, LookupPurpose } from '../../../shared/contract/person.ts';
import type { HouseholdPage } from '../../../shared/contract/register.ts';
import { useWords } from '../../language.ts';
import { ProcedureList } from '../../procedures/procedure-list.tsx';
import { useCall } from '../../queries.ts';
import { CopyAge } from '../../register/copy-age.tsx';
import { HistoryList } from '../../register/history-list.tsx';
import { HouseholdTable } from '../../register/household-table.tsx';
import { KinTree } from '../../register/kin-tree.tsx';
import { FailureLine } from '../../signs/failure-line.tsx';
import { FormerMembers } from './former-members.tsx';

/** The first page of the household book (居民户口簿首页): kind, head, number, address. */
function BookPage({ view }: { view: HouseholdView }): ReactElement {
  const say = useWords();
  const { household, address, members } = view;
  const head = members.find((it) => it.person.personId === household.headPersonId)?.person;
  const lines: readonly (readonly [string, string])[] = [
    [say('householdPage.kind'), say(`householdKind.${household.kind}`)],
    [say('householdPage.head'), head?.name ?? ''],
    [say('householdPage.number'), household.number],
    [say('householdPage.state'), say(`householdStatus.${household.status}`)],
    [say('householdPage.opened'), household.openedOn],
    ...(household.closedOn === null ? [] : [[say('householdPage.closed'), household.closedOn] as const]),
    ...(household.unitName === null ? [] : [[say('householdPage.unit'), household.unitName] as const]),
  ];
  return (
    <section className="card" aria-label={say('householdPage.book')} data-part="book">
      <h2>{say('householdPage.book')}</h2>
      <dl className="lines lines-two">
        {lines.map(([name, value]) => (
          <div key={name} className="line">
            <dt>{name}</dt>
            <dd className="numbers">{value}</dd>
          </div>
        ))}
        <div className="line line-whole">
          <dt>{say('householdPage.address')}</dt>
          <dd>
            <Link to="/address/$addressId" params={{ addressId: household.addressId }}>
              {address}
            </Link>
          </dd>
        </div>
      </dl>
    </section>
  );
}

function Parts({ page, purpose }: { page: HouseholdPage; purpose: LookupPurpose }): ReactElement {
  const say = useWords();
  const { view, former } = page;
  return (
    <>
      <BookPage view={view} />
      <section className="card" aria-label={say('household.members')}>
        <h2>{say('household.members')}</h2>
        <HouseholdTable view={view} />
      </section>
      {view.household.kind !== 'family' || view.members.length < 2 ? null : (
        <section className="card" aria-label={say('householdPage.tree')}>
          <h2>{say('householdPage.tree')}</h2>
          <KinTree view={view} />
        </section>
      )}
      <FormerMembers former={former} />
      <HistoryList kind="household" id={view.household.householdId} purpose={purpose} />
    </>
  );
}

/** A household: its book, its members and what they are to each other, who was in it, and what can be begun from here. */
export function HouseholdScreen(): ReactElement {
  const say = useWords();
  const { householdId } = useParams({ from: '/household/$householdId' });
  const { purpose = 'counter' } = useSearch({ from: '/household/$householdId' });
  const { data: page, error } = useCall('household.page', { householdId, purpose });
  const household = page?.view.household;
  const isOpen = household?.status === 'open';
  return (
    <section className="sheet" aria-labelledby="page-title">
      <FailureLine error={error} />
      {page === undefined || household === undefined ? null : (
        <>
          <div className="page-title">
            <h1 id="page-title">{say('household.short', { number: household.number })}</h1>
            <span>{say(`householdKind.${household.kind}`)}</span>
            <span className={`state ${isOpen ? 'tone-good' : 'tone-due'}`}>
              {isOpen ? <HomeOutlined aria-hidden /> : <StopOutlined aria-hidden />}{' '}
              {say(`householdStatus.${household.status}`)}
            </span>
          </div>
          <div className="with-procedures">
            <div className="page-parts">
              <Parts page={page} purpose={purpose} />
              <CopyAge copyAsOf={page.copyAsOf} />
            </div>
            <ProcedureList key={householdId} standing={{ kind: 'household' }} id={householdId} />
          </div>
        </>
      )}
    </section>
  );
}
