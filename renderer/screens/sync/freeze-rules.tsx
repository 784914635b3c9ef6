import { CheckCircleOutlined, StopOutlined, UnlockOutlined, WarningOutlined } from '@ant-design/icons';
import { Button, Input, Table, type TableColumnsType } from 'antd';
import { type ReactElement, useId, useState } from 'react';
import { type Freeze, freezeLimits } from '../../../shared/domain/freeze-rules.ts';
import { useMayCall } from '../../frame/session.ts';
import { type Say, useWords } from '../../language.ts';
import { refresh, useAct, useCall } from '../../queries.ts';
import { FailureLine } from '../../signs/failure-line.tsx';
import { Notice } from '../../signs/notice.tsx';

const looks: Record<Freeze['state'], { icon: ReactElement; tone: 'good' | 'due' | 'wrong' }> = {
  good: { icon: <CheckCircleOutlined aria-hidden />, tone: 'good' },
  near: { icon: <WarningOutlined aria-hidden />, tone: 'due' },
  frozen: { icon: <StopOutlined aria-hidden />, tone: 'wrong' },
  lifted: { icon: <UnlockOutlined aria-hidden />, tone: 'due' },
};

function FreezeStateSign({ state }: { state: Freeze['state'] }): ReactElement {
  const say = useWords();
  const { icon, tone } = looks[state];
  return (
    <span className={`state tone-${tone}`}>
      {icon} {say(`freezeState.${state}`)}
    </span>
  );
}

function standOf({ rule, state, value }: Freeze, say: Say): string {
  if (rule === 'copy-missing') return say(`freezeValue.copy-missing.${state === 'good' ? 'good' : 'frozen'}`);
  if (value === null) return say('freeze.unknown');
  if (rule === 'copy-old') return say('freezeValue.days', { value });
  if (rule === 'numbers-short') return say('freezeValue.numbers', { value });
  if (value === 0) return say('freezeValue.right');
  return say(value > 0 ? 'freezeValue.ahead' : 'freezeValue.behind', { value: Math.abs(value) });
}

/** By a chief: today's work goes on although the copy is too old, with the reason. */
function Lift(): ReactElement {
  const say = useWords();
  const reasonId = useId();
  const [reason, setReason] = useState('');
  const lift = useAct('freeze.lift');
  const letThrough = () => {
    if (reason.trim() !== '') lift.mutate({ reason: reason.trim() }, { onSuccess: () => refresh('freeze.list') });
  };
  return (
    <div className="row">
      <label htmlFor={reasonId}>{say('freeze.liftWhy')}</label>
      <Input
        id={reasonId}
        className="outcome-note"
        maxLength={200}
        value={reason}
        onChange={(event) => setReason(event.target.value)}
        onPressEnter={letThrough}
      />
      <Button disabled={reason.trim() === ''} loading={lift.isPending} onClick={letThrough}>
        {say('freeze.liftSave')}
      </Button>
      <FailureLine error={lift.error} />
    </div>
  );
}

/** Whether anything may be registered here today: every rule with how things stand, its limit, who sees to it and what to do. */
export function FreezeRules(): ReactElement {
  const say = useWords();
  const may = useMayCall();
  const { data, error } = useCall('freeze.list', {});
  const isTooOld = data?.freezes.some(({ rule, state }) => rule === 'copy-old' && state === 'frozen') ?? false;
  const columns: TableColumnsType<Freeze> = [
    { title: say('freeze.rule'), width: '9em', render: (_, { rule }) => say(`freezeRule.${rule}`) },
    { title: say('list.state'), width: '9em', render: (_, { state }) => <FreezeStateSign state={state} /> },
    { title: say('freeze.now'), width: '12em', className: 'numbers', render: (_, freeze) => standOf(freeze, say) },
    {
      title: say('freeze.limit'),
      render: (_, { rule }) => {
        const { nearFrom, frozenFrom } = freezeLimits[rule];
        return say(`freezeLimit.${rule}`, { near: nearFrom ?? 0, frozen: frozenFrom ?? 0 });
      },
    },
    { title: say('freeze.owner'), width: '8em', render: (_, { rule }) => say(`role.${freezeLimits[rule].owner}`) },
    {
      title: say('freeze.next'),
      render: (_, { rule, state }) => say(state === 'good' ? 'freezeNext.good' : `freezeNext.${rule}`),
    },
  ];
  return (
    <>
      <FailureLine error={error} />
      {data?.lifted ? <Notice tone="due">{say('freeze.liftedBy', data.lifted)}</Notice> : null}
      <Table<Freeze>
        aria-label={say('freeze.title')}
        size="small"
        rowKey="rule"
        columns={columns}
        dataSource={data?.freezes ?? []}
        pagination={false}
      />
      {isTooOld && may('freeze.lift') ? <Lift /> : null}
    </>
  );
}
