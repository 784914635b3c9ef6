import { Link } from '@tanstack/react-router';
import { Table, type TableColumnsType } from 'antd';
import type { ReactElement } from 'react';
import type { HouseholdView } from '../../shared/contract/person.ts';
import { groupCitizenNumber } from '../../shared/domain/citizen-number.ts';
import { codeName } from '../../shared/domain/codes.ts';
import { useLanguage, useWords } from '../language.ts';

type Member = HouseholdView['members'][number];

/** The members of a household, the head first. */
export function HouseholdTable({ view }: { view: HouseholdView }): ReactElement {
  const say = useWords();
  const language = useLanguage();
  const columns: TableColumnsType<Member> = [
    {
      title: say('field.name'),
      width: '8em',
      render: (_, row) => (
        <Link to="/person/$personId" params={{ personId: row.person.personId }}>
          {row.person.name}
        </Link>
      ),
    },
    {
      title: say('field.relationToHead'),
      render: (_, row) => codeName('relation', row.membership.relation, language),
    },
    {
      title: say('field.citizenId'),
      width: '12em',
      className: 'numbers',
      render: (_, row) => groupCitizenNumber(row.person.citizenId),
    },
    { title: say('household.since'), width: '7em', className: 'numbers', render: (_, row) => row.membership.sinceOn },
    {
      title: say('list.state'),
      width: '5em',
      render: (_, row) => say(row.isProvisional ? 'caseState.provisional' : 'caseState.confirmed'),
    },
  ];
  return (
    <Table<Member>
      aria-label={say('household.members')}
      size="small"
      rowKey={(row) => row.membership.membershipId}
      columns={columns}
      dataSource={view.members.filter((it) => it.membership.untilOn === null)}
      pagination={false}
    />
  );
}
