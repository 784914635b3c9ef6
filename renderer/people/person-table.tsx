import { type ReactElement, type ReactNode, startTransition, useEffect, useState } from 'react';
import type { PersonRow } from '../../shared/contract/person.ts';
import { groupCitizenNumber } from '../../shared/domain/citizen-number.ts';
import { codeName, type Language } from '../../shared/domain/codes.ts';
import { type Say, useLanguage, useWords } from '../language.ts';
import { moment } from '../signs/moments.ts';

interface PersonTableProps {
  readonly rows: readonly PersonRow[];
  readonly isLoading: boolean;
  /** More people fit than are listed. */
  readonly isCut: boolean;
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
      <td>{row.address}</td>
      <td className="numbers">{row.householdNumber ?? '—'}</td>
      <td>
        {say(`personStatus.${row.status}`)}
        {row.isProvisional ? say('person.provisional') : ''}
      </td>
    </>
  );
}

/** More lines than a screen of 1080 shows under the box. */
const drawnAtOnce = 30;

/** The lines to draw now: a screenful in the first frame, the others in the next, so that nobody waits for what lies below the screen. */
function useScreenfulFirst(rows: readonly PersonRow[]): readonly PersonRow[] {
  const [whole, setWhole] = useState<readonly PersonRow[] | null>(null);
  useEffect(() => {
    const frame = requestAnimationFrame(() => setTimeout(() => startTransition(() => setWhole(rows)), 0));
    return () => cancelAnimationFrame(frame);
  }, [rows]);
  return whole === rows ? rows : rows.slice(0, drawnAtOnce);
}

/**
 * People found, with how old the copy is they were found in. A plain table with columns of fixed width: it is drawn in a frame or two,
 * which the library's table takes a fifth of a second for. `rows` keep their identity while they are the same.
 */
export function PersonTable({ rows, isLoading, isCut, copyAsOf, action }: PersonTableProps): ReactElement {
  const say = useWords();
  const language = useLanguage();
  const drawn = useScreenfulFirst(rows);
  return (
    <>
      <p className="quiet" role="status">
        {isLoading ? say('lookup.looking') : say(isCut ? 'lookup.firstOnly' : 'list.total', { total: rows.length })}
        {isLoading
          ? null
          : ` · ${copyAsOf === null ? say('sync.noCopy') : say('sync.copyAsOf', { at: moment(copyAsOf) })}`}
      </p>
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
            {drawn.map((row) => (
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
    </>
  );
}
