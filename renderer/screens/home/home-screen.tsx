import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactElement, useState } from 'react';
import type { HomeSummary } from '../../../shared/contract/home.ts';
import type { InputOf } from '../../../shared/contract/index.ts';
import { CaseTable } from '../../cases/case-table.tsx';
import { BlankQuestions } from '../../documents/blank-questions.tsx';
import { useNewCase } from '../../frame/new-case.ts';
import { useMayCall } from '../../frame/session.ts';
import { KeyHint } from '../../keys/key-hint.tsx';
import { useDigits } from '../../keys/keys.ts';
import { useWords } from '../../language.ts';
import { useCall } from '../../queries.ts';
import { FailureLine } from '../../signs/failure-line.tsx';
import { Notice } from '../../signs/notice.tsx';

type Queue = InputOf<'case.list'>['queue'];

const queues: readonly { queue: Queue; count: keyof HomeSummary }[] = [
  { queue: 'drafts', count: 'drafts' },
  { queue: 'to-approve', count: 'toApprove' },
  { queue: 'to-register', count: 'toRegister' },
  { queue: 'to-print', count: 'toPrint' },
  { queue: 'to-send', count: 'toSend' },
  { queue: 'unconfirmed', count: 'unconfirmed' },
];

function QueueList({ queue, title }: { queue: Queue; title: string }): ReactElement {
  const list = useCall('case.list', { queue });
  return (
    <>
      <FailureLine error={list.error} />
      <CaseTable rows={list.data ?? []} isLoading={list.isPending} label={title} isPaged />
    </>
  );
}

/** What waits: six queues with their counts, and the one chosen as a list. */
export function HomeScreen(): ReactElement {
  const say = useWords();
  const may = useMayCall();
  const newCase = useNewCase();
  const summary = useCall('home.summary', {}, { enabled: may('home.summary') }).data;
  const [picked, setPicked] = useState<Queue | null>(null);
  const firstWaiting = queues.find((it) => (summary?.[it.count] ?? 0) > 0)?.queue ?? 'drafts';
  const queue = picked ?? firstWaiting;
  useDigits(queues.length, (index) => setPicked(queues[index]?.queue ?? null));
  if (!may('home.summary')) return <Notice tone="info">{say('home.noCounter')}</Notice>;
  return (
    <section className="sheet" aria-labelledby="home-title">
      <div className="panel-head">
        <h1 id="home-title">{say('home.title')}</h1>
        <Button type="primary" icon={<PlusOutlined aria-hidden />} loading={newCase.isPending} onClick={newCase.start}>
          {say('home.new')} <KeyHint name="F2" />
        </Button>
      </div>
      <FailureLine error={newCase.error} />
      <BlankQuestions />
      <div className="queues" role="tablist" aria-label={say('home.waits')}>
        {queues.map((it, index) => (
          <button
            key={it.queue}
            type="button"
            role="tab"
            aria-selected={it.queue === queue}
            className="queue"
            onClick={() => setPicked(it.queue)}
          >
            <span className="queue-count numbers">{summary?.[it.count] ?? '…'}</span>
            <span>
              <kbd className="key-hint">{index + 1}</kbd> {say(`queue.${it.queue}`)}
            </span>
          </button>
        ))}
      </div>
      <div role="tabpanel" aria-label={say(`queue.${queue}`)}>
        <p className="quiet">{say(`queueHint.${queue}`)}</p>
        <QueueList queue={queue} title={say(`queue.${queue}`)} />
      </div>
    </section>
  );
}
