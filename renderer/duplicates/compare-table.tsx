import type { ReactElement } from 'react';
import { groupCitizenNumber } from '../../shared/domain/citizen-number.ts';
import { findPersonField } from '../case/fields.ts';
import { showValue } from '../fields/kinds.ts';
import { useLanguage, useWords, type WordKey } from '../language.ts';
import { type ComparedKey, compareSides, type Side } from './compared-lines.ts';

const wordOf: Partial<Record<ComparedKey, WordKey>> = {
  status: 'list.state',
  address: 'duplicate.address',
  father: 'personPage.father',
  mother: 'personPage.mother',
  spouse: 'personPage.spouse',
};

/** How a line's values read. */
function useShown(): (key: ComparedKey, value: string) => string {
  const say = useWords();
  const language = useLanguage();
  return (key, value) => {
    if (value === '') return '—';
    if (key === 'status') return say(`personStatus.${value}` as WordKey);
    if (key === 'citizenId') return groupCitizenNumber(value);
    const field = findPersonField(key);
    return field === null ? value : showValue(field, value, { language, say });
  };
}

interface CompareTableProps {
  readonly label: string;
  readonly left: Side;
  readonly leftName: string;
  readonly right: Side;
  readonly rightName: string;
}

/** Two people side by side, line by line; what differs is marked with a sign and a word, not by colour alone. */
export function CompareTable({ label, left, leftName, right, rightName }: CompareTableProps): ReactElement {
  const say = useWords();
  const shown = useShown();
  return (
    <table className="compare" aria-label={label}>
      <thead>
        <tr>
          <th scope="col">{say('duplicate.item')}</th>
          <th scope="col">{leftName}</th>
          <th scope="col">{rightName}</th>
          <th scope="col">
            <span className="visually-hidden">{say('duplicate.isDifferent')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {compareSides(left, right).map(({ key, left: one, right: other, isDifferent }) => (
          <tr key={key} className={isDifferent ? 'compare-different' : undefined}>
            <th scope="row">{say(wordOf[key] ?? (`field.${key}` as WordKey))}</th>
            <td>{shown(key, one)}</td>
            <td>{shown(key, other)}</td>
            <td className="quiet">{isDifferent ? `≠ ${say('duplicate.isDifferent')}` : null}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
