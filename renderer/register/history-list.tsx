import { ClockCircleOutlined, RollbackOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button, Table, type TableColumnsType } from 'antd';
import { type ReactElement, useState } from 'react';
import type { LookupPurpose } from '../../shared/contract/person.ts';
import type { FieldChange, HistoryEntry } from '../../shared/contract/register.ts';
import { useMayCall } from '../frame/session.ts';
import { useBilingual, useWords } from '../language.ts';
import { useCall } from '../queries.ts';
import { FailureLine } from '../signs/failure-line.tsx';
import { moment } from '../signs/moments.ts';
import { usePolicyNames } from '../words/policy-names.ts';
import { useRecordFieldName, useRecordValue } from './record-field.ts';
import { RefusalLine } from './refusal-line.tsx';
import { ReversePanel } from './reverse-panel.tsx';

/** Entries drawn at first; a household of eighty years has more. */
const shownAtFirst = 10;

function Changes({ changes }: { changes: readonly FieldChange[] }): ReactElement {
  const say = useWords();
  const nameOf = useRecordFieldName();
  const wordsOf = useRecordValue();
  const columns: TableColumnsType<FieldChange> = [
    {
      title: say('historyList.whose'),
      width: '13em',
      render: (_, it) => {
        const kind = Object.entries({ person: '', address: '' }).find(([known]) => known === it.kind);
        return `${it.subject}${kind === undefined ? ` ${say(`recordKind.${recordKindOf(it.kind)}`)}` : ''}`;
      },
    },
    { title: say('historyList.field'), width: '10em', render: (_, it) => nameOf(it) },
    {
      title: say('historyList.before'),
      render: (_, it) => <Before words={wordsOf(it, it.before)} isNothing={(it.before ?? '') === ''} />,
    },
    { title: say('historyList.after'), render: (_, it) => wordsOf(it, it.after) },
  ];
  return (
    <Table<FieldChange>
      aria-label={say('historyList.title')}
      size="small"
      rowKey={(it) => `${it.recordId} ${it.field}`}
      columns={columns}
      dataSource={[...changes]}
      pagination={false}
      locale={{ emptyText: say('historyList.noChanges') }}
    />
  );
}

/** What stood there before, struck out; where nothing stood there is nothing to strike. */
function Before({ words, isNothing }: { words: string; isNothing: boolean }): ReactElement {
  return isNothing ? <span className="quiet">{words}</span> : <s className="before">{words}</s>;
}

const kinds = ['household', 'membership', 'residence', 'permit', 'migration-paper', 'certificate', 'blank'] as const;

function recordKindOf(kind: string): (typeof kinds)[number] | 'person' {
  return kinds.find((it) => it === kind) ?? 'person';
}

/** Who did it, with their role, where this computer knows them. */
function useWho({ operator, role, isHere }: HistoryEntry): string {
  const say = useWords();
  if (operator === '') return say(isHere ? 'historyList.notHere' : 'historyList.elsewhere');
  return role === null ? operator : say('historyList.whoOf', { name: operator, role: say(`role.${role}`) });
}

function Entry({ entry }: { entry: HistoryEntry }): ReactElement {
  const say = useWords();
  const inLanguage = useBilingual();
  const may = useMayCall();
  const procedureName = usePolicyNames('procedure');
  const { caseId, acceptanceNumber: number } = entry;
  const mayReverse =
    may('register.reverse') &&
    entry.isHere &&
    !entry.isReversed &&
    entry.refusal === null &&
    entry.eventKind !== 'event.reversed';
  const who = useWho(entry);
  return (
    <article className="history-entry">
      <div className="history-head">
        <h3>{procedureName(entry.procedure)}</h3>
        <span className="quiet">{say(`eventKind.${entry.eventKind}`)}</span>
        {entry.isReversed ? (
          <span className="state tone-due">
            <RollbackOutlined aria-hidden /> {say('historyList.reversed')}
          </span>
        ) : null}
        {entry.isProvisional ? (
          <span className="state tone-due">
            <ClockCircleOutlined aria-hidden /> {say('historyList.provisional')}
          </span>
        ) : null}
        <span className="top-space" />
        {number === '' ? null : caseId === null ? (
          <span className="numbers">{number}</span>
        ) : (
          <Link to="/case/$caseId" params={{ caseId }} className="numbers">
            {say('historyList.openCase', { number })}
          </Link>
        )}
      </div>
      <dl className="history-facts">
        <dt>{say('historyList.happened')}</dt>
        <dd className="numbers">{entry.happenedOn}</dd>
        <dt>{say('historyList.registered')}</dt>
        <dd className="numbers">{entry.registeredOn}</dd>
        <dt>{say('historyList.learnt')}</dt>
        <dd className="numbers">{moment(entry.learntAt)}</dd>
        <dt>{say('historyList.who')}</dt>
        <dd>{who}</dd>
        <dt>{say('historyList.where')}</dt>
        <dd>{inLanguage(entry.station)}</dd>
        {entry.isHere ? (
          <>
            <dt>{say('historyList.window')}</dt>
            <dd>{say(entry.isThisWindow ? 'historyList.thisWindow' : 'historyList.otherWindow')}</dd>
          </>
        ) : null}
      </dl>
      {entry.reasons.map((reason) => (
        <p key={reason}>{say('historyList.because', { reason })}</p>
      ))}
      <RefusalLine entry={entry} />
      <Changes changes={entry.changes} />
      {mayReverse ? <ReversePanel eventId={entry.eventId} /> : null}
    </article>
  );
}

interface HistoryListProps {
  readonly kind: 'person' | 'household' | 'address';
  readonly id: string;
  readonly purpose: LookupPurpose;
}

/** What happened, newest first: when it was true, when it was registered and learnt, by whom, where, by which procedure and paper. */
export function HistoryList({ kind, id, purpose }: HistoryListProps): ReactElement {
  const say = useWords();
  const [isWhole, setWhole] = useState(false);
  const history = useCall('history.get', { kind, id, purpose });
  const entries = history.data ?? [];
  const shown = isWhole ? entries : entries.slice(0, shownAtFirst);
  const left = entries.length - shown.length;
  return (
    <section className="card" aria-label={say('historyList.title')} data-part="history">
      <h2>{say('historyList.title')}</h2>
      <FailureLine error={history.error} />
      {history.data?.length === 0 ? <p className="quiet">{say('historyList.none')}</p> : null}
      {shown.map((entry) => (
        <Entry key={entry.eventId} entry={entry} />
      ))}
      {left > 0 ? <Button onClick={() => setWhole(true)}>{say('historyList.more', { count: left })}</Button> : null}
    </section>
  );
}
