import { CheckOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { type ReactElement, useState } from 'react';
import type { CaseView } from '../../../../shared/contract/case.ts';
import { FieldRow } from '../../../fields/field-row.tsx';
import { KeyHint } from '../../../keys/key-hint.tsx';
import { useKey } from '../../../keys/keys.ts';
import { useWords } from '../../../language.ts';
import { FailureLine } from '../../../signs/failure-line.tsx';
import { useCaseAct } from './case-act.ts';
import { ReasonPanel } from './reason-panel.tsx';

/** The decision of the chief: approve with an opinion, return, or refuse with a reason. Approval asks once in the page. */
export function DecisionPanel({ view }: { view: CaseView }): ReactElement {
  const say = useWords();
  const approve = useCaseAct('case.approve');
  const [isAsking, setAsking] = useState(false);
  const [opinion, setOpinion] = useState('');
  const [decisionNumber, setDecisionNumber] = useState('');
  const level = view.approvals.find((it) => it.decidedBy === null)?.level ?? 'station';
  const { caseId } = view.row;
  const run = () => approve.run({ caseId, opinion: opinion.trim(), decisionNumber: decisionNumber.trim() });
  useKey('F10', () => (isAsking ? run() : setAsking(true)));
  useKey('Esc', () => setAsking(false), isAsking);
  return (
    <>
      <div className="fields">
        <FieldRow id="opinion" label={say('decision.opinion')} isWide>
          <Input
            id="opinion"
            maxLength={50}
            value={opinion}
            placeholder={say('field.optional')}
            onChange={(event) => setOpinion(event.target.value)}
          />
        </FieldRow>
        {level === 'station' ? null : (
          <FieldRow id="decision-number" label={say('decision.number')} hint={say('decision.numberHint')} isWide>
            <Input
              id="decision-number"
              maxLength={40}
              value={decisionNumber}
              onChange={(event) => setDecisionNumber(event.target.value)}
            />
          </FieldRow>
        )}
      </div>
      {isAsking ? (
        <div className="confirm">
          <p>{say('decision.sure', { level: say(`level.${level}`) })}</p>
          <Button type="primary" autoFocus loading={approve.isPending} onClick={run}>
            {say('decision.confirm')} <KeyHint name="F10" />
          </Button>
          <Button onClick={() => setAsking(false)}>{say('accept.notYet')}</Button>
        </div>
      ) : (
        <Button type="primary" icon={<CheckOutlined aria-hidden />} onClick={() => setAsking(true)}>
          {say('decision.approve')} <KeyHint name="F10" />
        </Button>
      )}
      <FailureLine error={approve.error} />
      <div className="row">
        <ReasonPanel view={view} act="return" endpoint="case.return" />
        <ReasonPanel view={view} act="refuse" endpoint="case.refuse" />
      </div>
    </>
  );
}
