import type { ReactElement } from 'react';
import { groupCitizenNumber } from '../../shared/domain/citizen-number.ts';
import type { Language } from '../../shared/domain/codes.ts';
import { divisionPath } from '../../shared/domain/divisions.ts';
import type { Person } from '../../shared/domain/records.ts';
import { findPersonField } from '../case/fields.ts';
import { showValue } from '../fields/kinds.ts';
import { useLanguage, useWords } from '../language.ts';

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

/** The further fields of the card (常住人口登记卡), for the person's own page. */
const furtherKeys = [
  'namePinyin',
  'religion',
  'military',
  'bloodType',
  'heightCm',
] as const satisfies readonly (keyof Person)[];

function divisionWords(code: string | null, language: Language): string {
  return code === null ? '' : `${divisionPath(code, language)} (${code})`;
}

interface PersonLinesProps {
  readonly person: Person;
  /** All of the card, not only what a clerk asks first. */
  readonly isWhole?: boolean;
}

/** What the register knows of a person, by the fields of the card. */
export function PersonLines({ person, isWhole = false }: PersonLinesProps): ReactElement {
  const say = useWords();
  const language = useLanguage();
  const entered = [...shownKeys, ...(isWhole ? furtherKeys : [])].map((key) => {
    const field = findPersonField(key);
    const value = String(person[key] ?? '');
    const shown = field === null ? value : showValue(field, value, { language, say });
    const unit = field?.unit === undefined || shown === '' ? '' : ` ${say(`unit.${field.unit}`)}`;
    return { key, label: say(`field.${key}`), shown: shown + unit };
  });
  const arrivals = (['arrivedInCity', 'arrivedAtAddress'] as const).map((key) => ({
    key,
    label: say(`recordField.${key}`),
    shown: person[key] ?? '',
  }));
  const elsewhere = [
    {
      key: 'formerCitizenIds',
      label: say('recordField.formerCitizenIds'),
      shown: person.formerCitizenIds.map(groupCitizenNumber).join(say('word.listComma')),
    },
    { key: 'hukouDivision', label: say('field.hukouDivision'), shown: divisionWords(person.hukouDivision, language) },
    { key: 'hukouAddress', label: say('field.hukouAddress'), shown: person.hukouAddress ?? '' },
  ].filter((it) => it.shown !== '');
  return (
    <dl className="lines lines-two">
      {[...entered, ...(isWhole ? [...arrivals, ...elsewhere] : [])].map(({ key, label, shown }) => (
        <div key={key} className="line">
          <dt>{label}</dt>
          <dd className={shown === '' ? 'quiet' : ''}>{shown === '' ? say('check.blank') : shown}</dd>
        </div>
      ))}
    </dl>
  );
}
