import { StopOutlined, UserOutlined } from '@ant-design/icons';
import type { ReactElement } from 'react';
import type { PersonPage } from '../../../shared/contract/register.ts';
import { groupCitizenNumber } from '../../../shared/domain/citizen-number.ts';
import { codeName } from '../../../shared/domain/codes.ts';
import { useLanguage, useWords } from '../../language.ts';
import { ConfirmedSign } from '../../register/confirmed-sign.tsx';
import { useRecordValue } from '../../register/record-field.ts';

/** Who this is and whether they are registered here. */
export function PersonTitle({ page }: { page: PersonPage }): ReactElement {
  const say = useWords();
  const language = useLanguage();
  const wordsOf = useRecordValue();
  const { person, isProvisional } = page;
  const isHere = person.status === 'registered';
  return (
    <div className="page-title">
      <h1 id="page-title">{person.name}</h1>
      <span className="numbers">{groupCitizenNumber(person.citizenId)}</span>
      <span>
        {codeName('sex', person.sex, language)} <span className="numbers">{person.bornOn}</span>
      </span>
      <span className={`state ${isHere ? 'tone-good' : 'tone-due'}`}>
        {isHere ? <UserOutlined aria-hidden /> : <StopOutlined aria-hidden />} {say(`personStatus.${person.status}`)}
      </span>
      {person.endedOn === null ? null : (
        <span className="quiet">
          {say(page.endRegisteredOn === null ? 'personPage.ended' : 'personPage.endedAndRegistered', {
            day: person.endedOn,
            reason: wordsOf({ kind: 'person', field: 'endReason' }, person.endReason),
            registered: page.endRegisteredOn ?? '',
          })}
        </span>
      )}
      <ConfirmedSign isProvisional={isProvisional} />
    </div>
  );
}
