import { StopOutlined } from '@ant-design/icons';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import type { LookupPurpose } from '../../../shared/contract/person.ts';
import type { AddressPage } from '../../../shared/contract/register.ts';
import type { Address } from '../../../shared/domain/records.ts';
import { useWords } from '../../language.ts';
import { ProcedureList } from '../../procedures/procedure-list.tsx';
import { useCall } from '../../queries.ts';
import { CopyAge } from '../../register/copy-age.tsx';
import { HistoryList } from '../../register/history-list.tsx';
import { HouseholdHeading } from '../../register/household-heading.tsx';
import { HouseholdTable } from '../../register/household-table.tsx';
import { FailureLine } from '../../signs/failure-line.tsx';
import { ResidentTable } from './resident-table.tsx';

/** The way down to the address, each level a page of its own. */
function Path({ path }: { path: readonly Address[] }): ReactElement {
  const say = useWords();
  return (
    <nav aria-label={say('addressPage.path')} className="address-path">
      {path.slice(0, -1).map((it) => (
        <Link key={it.addressId} to="/address/$addressId" params={{ addressId: it.addressId }}>
          {it.name}
        </Link>
      ))}
    </nav>
  );
}

function Facts({ address }: { address: Address }): ReactElement {
  const say = useWords();
  const grid = [address.gridName ?? '', address.gridKind === null ? '' : say(`gridKind.${address.gridKind}`)].filter(
    (it) => it !== '',
  );
  return (
    <dl className="facts facts-wide">
      <dt>{say('addressPage.level')}</dt>
      <dd>{say(`addressLevel.${address.level}`)}</dd>
      <dt>{say('addressPage.class')}</dt>
      <dd>{say(`addressClass.${address.urbanRural}`)}</dd>
      {grid.length === 0 ? null : (
        <div className="fact-pair">
          <dt>{say('addressPage.grid')}</dt>
          <dd>{grid.join(' ')}</dd>
        </div>
      )}
      {address.aliases.length === 0 ? null : (
        <div className="fact-pair">
          <dt>{say('addressPage.aliases')}</dt>
          <dd>{address.aliases.join(say('word.listComma'))}</dd>
        </div>
      )}
    </dl>
  );
}

function Households({ page }: { page: AddressPage }): ReactElement {
  const say = useWords();
  return (
    <>
      <section className="card" aria-label={say('addressPage.households')} data-part="households">
        <h2>{say('addressPage.households')}</h2>
        {page.households.length === 0 ? <p className="quiet">{say('household.noneHere')}</p> : null}
        {page.households.map((view) => (
          <div key={view.household.householdId} className="page-household">
            <HouseholdHeading view={view} />
            <HouseholdTable view={view} />
          </div>
        ))}
      </section>
      <section className="card" aria-label={say('addressPage.former')}>
        <h2>{say('addressPage.former')}</h2>
        {page.formerHouseholds.length === 0 ? <p className="quiet">{say('addressPage.noFormer')}</p> : null}
        <ul className="plain-list">
          {page.formerHouseholds.map(({ householdId, number, kind, openedOn, closedOn }) => (
            <li key={householdId}>
              <Link to="/household/$householdId" params={{ householdId }}>
                {closedOn === null
                  ? say('addressPage.standing', { number, kind: say(`householdKind.${kind}`), from: openedOn })
                  : say('addressPage.gone', {
                      number,
                      kind: say(`householdKind.${kind}`),
                      from: openedOn,
                      until: closedOn,
                    })}
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function Parts({ page, purpose }: { page: AddressPage; purpose: LookupPurpose }): ReactElement {
  return (
    <>
      <Households page={page} />
      <ResidentTable rows={page.residents} />
      <HistoryList kind="address" id={page.address.addressId} purpose={purpose} />
    </>
  );
}

/** Everyone who is or was at an address, and what can be begun from here. */
export function AddressScreen(): ReactElement {
  const say = useWords();
  const { addressId } = useParams({ from: '/address/$addressId' });
  const { purpose = 'counter' } = useSearch({ from: '/address/$addressId' });
  const { data: page, error } = useCall('address.page', { addressId, purpose });
  return (
    <section className="sheet" aria-labelledby="page-title">
      <FailureLine error={error} />
      {page === undefined ? null : (
        <>
          <div className="page-title">
            <h1 id="page-title">{page.address.fullName}</h1>
            {page.address.isFrozen ? (
              <span className="state tone-wrong">
                <StopOutlined aria-hidden /> {say('address.frozen')}
              </span>
            ) : null}
            <Path path={page.path} />
          </div>
          <Facts address={page.address} />
          <div className="with-procedures">
            <div className="page-parts">
              <Parts page={page} purpose={purpose} />
              <CopyAge copyAsOf={page.copyAsOf} />
            </div>
            <ProcedureList key={addressId} standing={{ kind: 'address' }} id={addressId} />
          </div>
        </>
      )}
    </section>
  );
}
