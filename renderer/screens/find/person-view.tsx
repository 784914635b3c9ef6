import { CloseOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { type ReactElement, useEffect, useRef } from 'react';
import type { LookupPurpose } from '../../../shared/contract/person.ts';
import { useKey } from '../../keys/keys.ts';
import { useWords } from '../../language.ts';
import { useCall } from '../../queries.ts';
import { HouseholdHeading } from '../../register/household-heading.tsx';
import { HouseholdTable } from '../../register/household-table.tsx';
import { PersonLines } from '../../register/person-lines.tsx';
import { FailureLine } from '../../signs/failure-line.tsx';
import { Notice } from '../../signs/notice.tsx';

interface PersonViewProps {
  readonly personId: string;
  readonly purpose: LookupPurpose;
  readonly onClose: () => void;
}

/** One person of the register with the household they stand in. */
export function PersonView({ personId, purpose, onClose }: PersonViewProps): ReactElement {
  const say = useWords();
  const found = useCall('person.page', { personId, purpose });
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
          <p>
            <Link to="/person/$personId" params={{ personId }} search={{ purpose }}>
              {say('personPage.open')}
            </Link>
          </p>
          {found.data.household === null ? (
            <p className="quiet">{say('find.noHousehold')}</p>
          ) : (
            <>
              <HouseholdHeading view={found.data.household} />
              <HouseholdTable view={found.data.household} />
            </>
          )}
        </>
      )}
    </section>
  );
}
