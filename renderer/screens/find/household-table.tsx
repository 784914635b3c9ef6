import { Table, type TableColumnsType } from 'antd';
import type { ReactElement } from 'react';
import type { HouseholdView } from '../../../shared/contract/person.ts';
import { groupCitizenNumber } from '../../../shared/domain/citizen-number.ts';
import { codeName } from '../../../shared/domain/codes.ts';
import { useLanguage, useWords } from '../../language.ts';

type Member = HouseholdView['members'][number];

/** A household with its members, the head first. */
export function HouseholdTable({ view }: { view: HouseholdView }): ReactElement {
  const say = useWords();
  const language = useLanguage();
  const columns: TableColumnsType<Member> = [
    { title: say('field.name'), render: (_, row) => row.person.name },
    {
      title: say('field.relationToHead'),
      width: '7em',
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
    <>
      <h3>
        {say('household.join', { number: view.household.number, kind: say(`householdKind.${view.household.kind}`) })} ·{' '}
        {view.address}
      </h3>
      <Table<Member>
        aria-label={say('household.members')}
        size="small"
        rowKey={(row) => row.membership.membershipId}
        columns={columns}
        dataSource={view.members.filter((it) => it.membership.untilOn === null)}
        pagination={false}
      />
    </>
  );
}
