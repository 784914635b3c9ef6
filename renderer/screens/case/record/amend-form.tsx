import { Button, Input } from 'antd';
import { type ReactElement, useState } from 'react';
import type { CasePaper, Correction } from '../../../../shared/contract/amend.ts';
import { FieldRow } from '../../../fields/field-row.tsx';
import { useWords } from '../../../language.ts';
import { queryClient, refresh, useAct } from '../../../queries.ts';
import { FailureLine } from '../../../signs/failure-line.tsx';
import { Notice } from '../../../signs/notice.tsx';

const fields = ['fromAddress', 'toAddress', 'otherAuthority', 'reason'] as const;
const longest: Record<(typeof fields)[number], number> = {
  fromAddress: 120,
  toAddress: 120,
  otherAuthority: 60,
  reason: 60,
};

function asPrinted({ paper }: CasePaper): Correction {
  const { fromAddress, toAddress, otherAuthority, reason, holders } = paper;
  return { fromAddress, toAddress, otherAuthority, reason, names: holders.map(({ name }) => name) };
}

interface BoxProps {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly maxLength: number;
  readonly onChange: (value: string) => void;
}

function Box({ id, label, value, maxLength, onChange }: BoxProps): ReactElement {
  return (
    <FieldRow id={id} label={label} isWide>
      <Input id={id} maxLength={maxLength} value={value} onChange={(event) => onChange(event.target.value)} />
    </FieldRow>
  );
}

/** The words of a paper as they should read, and why they are amended. */
export function AmendForm({ chosen, onClose }: { chosen: CasePaper; onClose: () => void }): ReactElement {
  const say = useWords();
  const amend = useAct('paper.amend');
  const [corrected, setCorrected] = useState(() => asPrinted(chosen));
  const [why, setWhy] = useState('');
  const [isMissing, setMissing] = useState(false);
  const rename = (index: number, name: string) =>
    setCorrected({ ...corrected, names: corrected.names.map((each, place) => (place === index ? name : each)) });
  const run = () => {
    setMissing(why.trim() === '');
    if (why.trim() === '') return;
    const { documentId } = chosen;
    amend.mutate(
      { documentId, corrected, why: why.trim() },
      {
        onSuccess: ({ view }) => {
          queryClient.setQueryData(['case.get', { caseId: view.row.caseId }], view);
          refresh('paper.listOfCase', 'case.list', 'home.summary', 'sync.state');
          onClose();
        },
      },
    );
  };
  return (
    <>
      <div className="fields">
        {fields.map((key) => (
          <Box
            key={key}
            id={`amend-${key}`}
            label={say(`amend.${key}`)}
            value={corrected[key]}
            maxLength={longest[key]}
            onChange={(value) => setCorrected({ ...corrected, [key]: value })}
          />
        ))}
        {chosen.paper.holders.map((holder, index) => (
          <Box
            key={`${holder.citizenId} ${holder.name}`}
            id={`amend-name-${index}`}
            label={say('amend.nameOf', { count: index + 1 })}
            value={corrected.names[index] ?? ''}
            maxLength={50}
            onChange={(value) => rename(index, value)}
          />
        ))}
        <Box id="amend-why" label={say('amend.why')} value={why} maxLength={50} onChange={setWhy} />
      </div>
      {isMissing ? <Notice tone="wrong">{say('amend.whyMissing')}</Notice> : null}
      <div className="row">
        <Button type="primary" danger loading={amend.isPending} onClick={run}>
          {say('amend.do')}
        </Button>
        <Button onClick={onClose}>{say('accept.notYet')}</Button>
      </div>
      <FailureLine error={amend.error} />
    </>
  );
}
