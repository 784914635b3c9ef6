import { SyncOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button, Table, type TableColumnsType } from 'antd';
import type { ReactElement } from 'react';
import { RefusedBecause } from '../../../shared/contract/conflict.ts';
import type { OutboxItem } from '../../../shared/contract/sync.ts';
import { useMayCall } from '../../frame/session.ts';
import { OpenInquiries } from '../../inquiries/open-inquiries.tsx';
import { useWords } from '../../language.ts';
import { refresh, useAct, useCall } from '../../queries.ts';
import { FailureLine, isErrorCode, useFailureWords } from '../../signs/failure-line.tsx';
import { moment } from '../../signs/moments.ts';
import { Notice } from '../../signs/notice.tsx';
import { ExchangePanel } from './exchange-panel.tsx';
import { FreezeRules } from './freeze-rules.tsx';
import { SyncFacts } from './sync-facts.tsx';

/** What is not confirmed yet: state, last try, why, and what comes next, in words. */
function Outbox(): ReactElement {
  const say = useWords();
  const wordsOf = useFailureWords();
  const may = useMayCall();
  const outbox = useCall('sync.outbox', {});
  const cause = (row: OutboxItem) => {
    if (row.cause === null) return say('outbox.noCause');
    if (isErrorCode(row.cause)) return wordsOf({ code: row.cause });
    const because = RefusedBecause.safeParse(row.cause);
    return because.success ? say(`conflictBecause.${because.data}`) : row.cause;
  };
  const columns: TableColumnsType<OutboxItem> = [
    {
      title: say('list.number'),
      width: '14em',
      className: 'numbers',
      render: (_, row) =>
        row.acceptanceNumber === '' ? (
          <Link to="/stock">{say('place.stock')}</Link>
        ) : (
          <Link to="/case/$caseId" params={{ caseId: row.caseId }}>
            {row.acceptanceNumber}
          </Link>
        ),
    },
    { title: say('list.state'), width: '7em', render: (_, row) => say(`outboxState.${row.state}`) },
    { title: say('outbox.tries'), width: '5em', align: 'right', className: 'numbers', dataIndex: 'tries' },
    {
      title: say('outbox.lastTry'),
      width: '10em',
      className: 'numbers',
      render: (_, row) => (row.lastTryAt === null ? '—' : moment(row.lastTryAt)),
    },
    { title: say('outbox.cause'), render: (_, row) => cause(row) },
    {
      title: say('outbox.next'),
      render: (_, row) => {
        if (row.nextTryAt !== null) return say('outbox.nextTry', { at: moment(row.nextTryAt) });
        if (row.state === 'waiting' || row.state === 'sending' || !may('conflict.get'))
          return say(`outboxNext.${row.state}`);
        return (
          <Link to="/conflict/$eventId" params={{ eventId: row.eventId }}>
            {say('conflict.fromSync')}
          </Link>
        );
      },
    },
  ];
  return (
    <>
      <FailureLine error={outbox.error} />
      {outbox.data?.length === 0 ? <Notice tone="good">{say('outbox.empty')}</Notice> : null}
      {(outbox.data?.length ?? 0) > 0 ? (
        <Table<OutboxItem>
          aria-label={say('outbox.title')}
          size="small"
          rowKey="eventId"
          columns={columns}
          dataSource={outbox.data ?? []}
          pagination={false}
        />
      ) : null}
    </>
  );
}

/** How this computer stands with the registry. */
export function SyncScreen(): ReactElement {
  const say = useWords();
  const may = useMayCall();
  const state = useCall('sync.state', {});
  const now = useAct('sync.now');
  return (
    <section className="sheet" aria-labelledby="sync-title">
      <div className="panel-head">
        <h1 id="sync-title">{say('sync.title')}</h1>
        {may('sync.now') ? (
          <Button
            type="primary"
            icon={<SyncOutlined aria-hidden />}
            loading={now.isPending}
            onClick={() =>
              now.mutate({}, { onSettled: () => refresh('sync.state', 'sync.outbox', 'inquiry.open', 'home.summary') })
            }
          >
            {say('sync.now')}
          </Button>
        ) : null}
      </div>
      <FailureLine error={state.error ?? now.error} />
      {state.data === undefined ? null : <SyncFacts state={state.data} />}
      <h2>{say('freeze.title')}</h2>
      <FreezeRules />
      <h2>{say('outbox.title')}</h2>
      <Outbox />
      <h2>{say('inquiry.openTitle')}</h2>
      <OpenInquiries />
      <ExchangePanel />
    </section>
  );
}
