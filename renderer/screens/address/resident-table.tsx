import { Link } from '@tanstack/react-router';
import { Table, type TableColumnsType } from 'antd';
import type { ReactElement } from 'react';
import type { AddressPage } from '../../../shared/contract/register.ts';
import { useWords } from '../../language.ts';

type Resident = AddressPage['residents'][number];

/** People registered elsewhere who live or lived at the address. */
export function ResidentTable({ rows }: { rows: readonly Resident[] }): ReactElement {
  const say = useWords();
  const columns: TableColumnsType<Resident> = [
    {
      title: say('field.name'),
      render: (_, { person }) => (
        <Link to="/person/$personId" params={{ personId: person.personId }}>
          {person.name}
        </Link>
      ),
    },
    { title: say('residence.basis'), width: '9em', render: (_, it) => say(`recordValue.basis.${it.residence.basis}`) },
    {
      title: say('residence.purpose'),
      width: '8em',
      render: (_, it) => say(`recordValue.purpose.${it.residence.purpose}`),
    },
    {
      title: say('residence.registered'),
      width: '8em',
      className: 'numbers',
      render: (_, it) => it.residence.registeredOn,
    },
    {
      title: say('residence.ended'),
      width: '10em',
      className: 'numbers',
      render: (_, it) => it.residence.endedOn ?? say('residence.current'),
    },
  ];
  return (
    <section className="card" aria-label={say('addressPage.residents')}>
      <h2>{say('addressPage.residents')}</h2>
      {rows.length === 0 ? (
        <p className="quiet">{say('addressPage.noResidents')}</p>
      ) : (
        <Table<Resident>
          aria-label={say('addressPage.residents')}
          size="small"
          rowKey={(it) => it.residence.residenceId}
          columns={columns}
          dataSource={[...rows]}
          pagination={false}
        />
      )}
    </section>
  );
}
