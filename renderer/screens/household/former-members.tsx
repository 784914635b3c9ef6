import { Link } from '@tanstack/react-router';
import { Table, type TableColumnsType } from 'antd';
import type { ReactElement } from 'react';
import type { HouseholdPage } from '../../../shared/contract/register.ts';
import { codeName } from '../../../shared/domain/codes.ts';
import { useLanguage, useWords } from '../../language.ts';

type Stay = HouseholdPage['former'][number];

/** Who was in the household and left it. */
export function FormerMembers({ former }: { former: readonly Stay[] }): ReactElement {
  const say = useWords();
  const language = useLanguage();
  const columns: TableColumnsType<Stay> = [
    {
      title: say('field.name'),
      render: (_, { person }) => (
        <Link to="/person/$personId" params={{ personId: person.personId }}>
          {person.name}
        </Link>
      ),
    },
    {
      title: say('field.relationToHead'),
      width: '9em',
      render: (_, { membership }) => codeName('relation', membership.relation, language),
    },
    { title: say('household.since'), width: '8em', className: 'numbers', render: (_, it) => it.membership.sinceOn },
    { title: say('householdPage.left'), width: '8em', className: 'numbers', render: (_, it) => it.leftOn },
    {
      title: say('householdPage.until'),
      width: '8em',
      className: 'numbers',
      render: (_, it) => it.membership.untilOn ?? '—',
    },
    { title: say('list.state'), width: '9em', render: (_, { person }) => say(`personStatus.${person.status}`) },
  ];
  return (
    <section className="card" aria-label={say('householdPage.former')}>
      <h2>{say('householdPage.former')}</h2>
      {former.length === 0 ? (
        <p className="quiet">{say('householdPage.noFormer')}</p>
      ) : (
        <Table<Stay>
          aria-label={say('householdPage.former')}
          size="small"
          rowKey={(it) => it.membership.membershipId}
          columns={columns}
          dataSource={[...former]}
          pagination={false}
        />
      )}
    </section>
  );
}
