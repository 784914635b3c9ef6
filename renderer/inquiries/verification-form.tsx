import { Button, Input, Select } from 'antd';
import { type ReactElement, useState } from 'react';
import type { NewInquiry } from '../../shared/contract/inquiry.ts';
import type { LookupPurpose } from '../../shared/contract/person.ts';
import { type Department, departments } from '../../shared/domain/offices.ts';
import { useEditing } from '../case/case-context.ts';
import { FieldRow } from '../fields/field-row.tsx';
import { useKey } from '../keys/keys.ts';
import { useWords } from '../language.ts';
import { PurposeSelect } from '../people/purpose-select.tsx';
import { Notice } from '../signs/notice.tsx';

interface VerificationFormProps {
  readonly materialId: string;
  readonly name: string;
  /** Whom the pack names; the operator may choose another. */
  readonly proposed: Department | null;
  readonly isPending: boolean;
  readonly onAsk: (ask: NewInquiry) => void;
  readonly onClose: () => void;
}

/** What is asked of a department about a material: whom it concerns, the one statement, and why. */
export function VerificationForm({
  materialId,
  name,
  proposed,
  isPending,
  onAsk,
  onClose,
}: VerificationFormProps): ReactElement {
  const say = useWords();
  const people = useEditing((it) => it.draft.people);
  const [department, setDepartment] = useState<Department>(proposed ?? departments[0]);
  const [person, setPerson] = useState(0);
  const [statement, setStatement] = useState('');
  const [purpose, setPurpose] = useState<LookupPurpose>('counter');
  const [isMissing, setMissing] = useState(false);
  useKey('Esc', onClose);
  const id = `verify-${materialId}`;
  const send = () => {
    setMissing(statement.trim().length < 4);
    if (statement.trim().length >= 4)
      onAsk({ kind: 'verification', department, materialId, person, statement: statement.trim(), purpose });
  };
  return (
    <section className="confirm confirm-reason" aria-label={say('inquiry.verifyTitle', { name })}>
      <h3>{say('inquiry.verifyTitle', { name })}</h3>
      <p>{say('inquiry.verifyLead')}</p>
      <div className="fields">
        <FieldRow id={`${id}-department`} label={say('inquiry.department')} isWide>
          <Select
            id={`${id}-department`}
            value={department}
            onChange={setDepartment}
            options={departments.map((value) => ({ value, label: say(`department.${value}`) }))}
          />
        </FieldRow>
        <FieldRow id={`${id}-person`} label={say('inquiry.person')} isWide>
          <Select
            id={`${id}-person`}
            value={person}
            onChange={setPerson}
            options={people.map((each, value) => ({ value, label: each.name || say('list.unnamed') }))}
          />
        </FieldRow>
        <FieldRow id={`${id}-statement`} label={say('inquiry.statement')} hint={say('inquiry.statementHint')} isWide>
          <Input
            id={`${id}-statement`}
            autoFocus
            maxLength={200}
            value={statement}
            onChange={(event) => setStatement(event.target.value)}
          />
        </FieldRow>
      </div>
      {isMissing ? <Notice tone="wrong">{say('inquiry.statementMissing')}</Notice> : null}
      <div className="row">
        <PurposeSelect id={`${id}-purpose`} purpose={purpose} onPurpose={setPurpose} />
        <Button type="primary" loading={isPending} onClick={send}>
          {say('inquiry.send')}
        </Button>
        <Button onClick={onClose}>{say('inquiry.notYet')}</Button>
      </div>
    </section>
  );
}
