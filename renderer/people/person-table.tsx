import type { ReactElement, ReactNode } from 'react';
import type { PersonRow } from '../../shared/contract/person.ts';
import { groupCitizenNumber } from '../../shared/domain/citizen-number.ts';
import { codeName, type Language } from '../../shared/domain/codes.ts';
import { type Say, useLanguage, useWords } from '../language.ts';
import { moment } from '../signs/moments.ts';

interface PersonTableProps {
  readonly rows: readonly PersonRow[];
  readonly isLoading: boolean;
  readonly copyAsOf: string | null;
  readonly action: (row: PersonRow) => ReactNode;
}

const heads = [
  'field.name',
  'field.citizenId',
  'field.sex',
  'field.bornOn',
  'person.address',
  'person.householdNumber',
  'list.state',
  'list.action',
] as const;

interface CellsProps {
  readonly row: PersonRow;
  readonly language: Language;
  readonly say: Say;
}

/** Asks for no words itself: a hundred listeners for the language take longer than the lines. */
function Cells({ row, language, say }: CellsProps): ReactElement {
  return (
    <>
      <td>
        <strong>{row.name}</strong>
      </td>
      <td className="numbers">{groupCitizenNumber(row.citizenId)}</td>
      <td>{codeName('sex', row.sex, language)}</td>
      <td className="numbers">{row.bornOn}</td>
      <td className="person-address">{row.address}</td>
      <td className="numbers">{row.householdNumber ?? '—'}</td>
      <td>
        {say(`personStatus.${row.status}`)}
        {row.isProvisional ? say('person.provisional') : ''}
      </td>
    </>
  );
}

/**
 * People found, with how old the copy is they were found in. A plain table: fifty lines of it are drawn in a frame or two, which the
 * library's table takes a fifth of a second for.
 */
export function PersonTable({ rows, isLoading, copyAsOf, action }: PersonTableProps): ReactElement {
  const say = useWords();
  const language = useLanguage();
  return (
    <>
      <div className="person-table-box">
        <table className="person-table" aria-label={say('lookup.found')} aria-busy={isLoading}>
          <thead>
            <tr>
              {heads.map((head) => (
                <th key={head} scope="col">
                  {say(head)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.personId}>
                <Cells row={row} language={language} say={say} />
                <td className="person-action">{action(row)}</td>
              </tr>
            ))}
            {rows.length === 0 && !isLoading ? (
              <tr>
                <td className="quiet person-none" colSpan={heads.length}>
                  {say('lookup.none')}
                </td>
              </tr>
            ) : null}
          </tbody>
        </table>
      </div>
      <p className="quiet">
        {say('list.total', { total: rows.length })}
        {copyAsOf === null ? null : ` · ${say('sync.copyAsOf', { at: moment(copyAsOf) })}`}
      </p>
    </>
  );
}
