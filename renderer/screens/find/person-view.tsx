import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactElement, useEffect, useRef } from 'react';
import type { LookupPurpose } from '../../../shared/contract/person.ts';
import type { Person } from '../../../shared/domain/records.ts';
import { findPersonField } from '../../case/fields.ts';
import { showValue } from '../../fields/kinds.ts';
import { useKey } from '../../keys/keys.ts';
import { useLanguage, useWords } from '../../language.ts';
import { useCall } from '../../queries.ts';
import { FailureLine } from '../../signs/failure-line.tsx';
import { Notice } from '../../signs/notice.tsx';
import { HouseholdTable } from './household-table.tsx';

const shownKeys = [
  'name',
  'citizenId',
  'sex',
  'bornOn',
  'ethnicity',
  'maritalStatus',
  'education',
  'formerName',
  'birthplace',
  'nativePlace',
  'otherAddress',
  'workplace',
  'occupation',
  'phone',
] as const satisfies readonly (keyof Person)[];

function PersonLines({ person }: { person: Person }): ReactElement {
  const say = useWords();
  const language = useLanguage();
  return (
    <dl className="lines lines-two">
      {shownKeys.map((key) => {
        const field = findPersonField(key);
        const value = person[key] ?? '';
        const shown = field === null ? value : showValue(field, value, { language, say });
        return (
          <div key={key} className="line">
            <dt>{say(`field.${key}`)}</dt>
            <dd className={shown === '' ? 'quiet' : ''}>{shown === '' ? say('check.blank') : shown}</dd>
          </div>
        );
      })}
    </dl>
  );
}

interface PersonViewProps {
  readonly personId: string;
  readonly purpose: LookupPurpose;
  readonly onClose: () => void;
}

/** One person of the register with the household they stand in. */
export function PersonView({ personId, purpose, onClose }: PersonViewProps): ReactElement {
  const say = useWords();
  const found = useCall('person.get', { personId, purpose });
  const box = useRef<HTMLElement>(null);
  useKey('Esc', onClose);
  useEffect(() => box.current?.focus(), []);
  return (
    <section className="card split-side" aria-label={say('find.person')} tabIndex={-1} ref={box}>
      <div className="panel-head">
        <h2>{found.data?.person.name ?? say('find.person')}</h2>
        <Button type="text" icon={<CloseOutlined aria-hidden />} aria-label={say('word.close')} onClick={onClose} />
      </div>
      <FailureLine error={found.error} />
      {found.data === undefined ? null : (
        <>
          <Notice tone={found.data.isProvisional ? 'due' : 'good'}>
            {say(`personStatus.${found.data.person.status}`)} ·{' '}
            {say(found.data.isProvisional ? 'person.provisionalLong' : 'person.confirmed')}
          </Notice>
          <PersonLines person={found.data.person} />
          {found.data.household === null ? (
            <p className="quiet">{say('find.noHousehold')}</p>
          ) : (
            <HouseholdTable view={found.data.household} />
          )}
        </>
      )}
    </section>
  );
}
