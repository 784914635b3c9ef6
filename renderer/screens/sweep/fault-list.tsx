import { Button, Table, type TableColumnsType } from 'antd';
import { type ReactElement, useState } from 'react';
import { type Fault, type FaultCode, listedFaultsMax } from '../../../shared/contract/sweep.ts';
import { PairsOfPerson } from '../../duplicates/pairs-of-person.tsx';
import { useMayCall } from '../../frame/session.ts';
import { useWords } from '../../language.ts';
import { useStartCase } from '../../procedures/start-case.ts';
import { useCall } from '../../queries.ts';
import { FailureLine } from '../../signs/failure-line.tsx';
import { usePolicyNames } from '../../words/policy-names.ts';
import { FaultSubject } from './fault-subject.tsx';

/** Kinds of which two people are compared. */
const compared: readonly FaultCode[] = ['same-name-and-birth', 'duplicate-open'];

interface FaultListProps {
  readonly code: FaultCode;
  /** How many there are, listed or not. */
  readonly count: number;
  /** Null: everywhere. */
  readonly grid: string | null;
}

/** The faults of one kind: whose, where, and the procedure that mends each. */
export function FaultList({ code, count, grid }: FaultListProps): ReactElement {
  const say = useWords();
  const may = useMayCall();
  const procedureName = usePolicyNames('procedure');
  const starting = useStartCase();
  const [openId, setOpenId] = useState<string | null>(null);
  const listed = useCall('sweep.faults', { code });
  const all = listed.data ?? [];
  const actionOf = (row: Fault): ReactElement | null => {
    const { fix, subject } = row;
    return (
      <span className="row">
        {compared.includes(code) ? (
          <Button
            size="small"
            aria-expanded={openId === subject.id}
            onClick={() => setOpenId(openId === subject.id ? null : subject.id)}
          >
            {say(openId === subject.id ? 'sweep.hideCompare' : 'sweep.compare')}
          </Button>
        ) : null}
        {fix !== null && may('case.start') ? (
          <Button size="small" loading={starting.isPending} onClick={() => starting.start(fix.procedure, fix.subject)}>
            {say('sweep.mend', { name: procedureName(fix.procedure) })}
          </Button>
        ) : null}
      </span>
    );
  };
  const columns: TableColumnsType<Fault> = [
    { title: say('sweep.whose'), width: '11em', render: (_, row) => <FaultSubject fault={row} /> },
    { title: say('sweep.address'), dataIndex: 'address' },
    { title: say('addressPage.grid'), width: '9em', render: (_, row) => row.grid || say('sweep.noGrid') },
    { title: say('list.action'), width: '15em', render: (_, row) => actionOf(row) },
  ];
  return (
    <section aria-labelledby="sweep-list">
      <h3 id="sweep-list">{say('sweep.list')}</h3>
      <FailureLine error={listed.error ?? starting.error} />
      <Table<Fault>
        aria-label={say('sweep.list')}
        size="small"
        rowKey={(row) => row.subject.id}
        columns={columns}
        dataSource={all.filter((it) => grid === null || it.grid === grid)}
        loading={listed.isPending}
        pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
        expandable={{
          showExpandColumn: false,
          expandedRowKeys: openId === null ? [] : [openId],
          expandedRowRender: (row) => <PairsOfPerson personId={row.subject.id} />,
        }}
      />
      {count > listedFaultsMax ? (
        <p className="quiet">{say('sweep.listed', { listed: listedFaultsMax, count })}</p>
      ) : null}
    </section>
  );
}
