import { addressStage } from './address-people.ts';
import type { Database } from './database.ts';
import { fewestDigits, listNumberStages } from './number-stages.ts';
import { paperStage } from './paper-stages.ts';
import { beginningTokens, inOrderTokens, wholeNameToken, windowsOf } from './person-grams.ts';
import type { PersonQuery } from './person-query.ts';
import { firstOfStages, SearchScope, type Stage } from './search-scope.ts';
import { statement } from './statements.ts';

/** People of these letters that are looked up one by one for digits: all of the own station with given initials, and most others. */
const lookedUpAtMost = 1200;

/** So few people with the characters are read at one go and then sorted. */
const fewAtMost = 500;

type Hit = { readonly searchId: number };

/** The stages for what was typed as one station sees them, best first; none when it says too little. */
export function listStages(database: Database, ownCode: string, query: PersonQuery): Stage[] {
  const { characters, letters, digits, address, paper } = query;
  if (digits !== '' && digits.length < fewestDigits) return [];
  const scope = new SearchScope(database, ownCode);
  const places = address === '' ? [] : [addressStage(scope, address)];
  if (characters.length > 0) return [...listNameStages(scope, query), ...places];
  if (letters !== '') return [true, false].map((isWhole) => lettersStage(scope, letters, digits, isWhole));
  if (digits !== '') return listNumberStages(scope, digits, paper);
  return [...(paper === '' ? [] : [paperStage(scope, paper)]), ...places];
}

type NameQuery = Pick<PersonQuery, 'characters' | 'letters' | 'digits'>;

/** A name: whole, as a beginning, its characters in order; narrowed by letters and digits where there are any. */
export function listNameStages(scope: SearchScope, query: NameQuery): Stage[] {
  const { characters, letters, digits } = query;
  const narrowed = {
    ...(letters === '' ? {} : { letters: `%${letters}%` }),
    ...(digits === '' ? {} : { number: `%${digits}%` }),
  };
  const windows = windowsOf(digits);
  const count = characters.length;
  // The pieces say it all where they are asked for alone and all of them; else the names found are compared.
  const stage = (tokens: readonly string[], name: string, isSaid: boolean): Stage => {
    const compared = isSaid && digits === '' ? narrowed : { ...narrowed, name };
    return (limit) => scope.compared({ match: scope.matchTokens([...tokens, ...windows]).match, ...compared })(limit);
  };
  const inOrder = stage(inOrderTokens(characters), `%${characters.join('%')}%`, count <= 2);
  return [
    (limit) => {
      // Where few have the characters in order, whole names and beginnings are among them.
      const { isRare } = scope.matchTokens([...inOrderTokens(characters), ...windows]);
      const few = isRare ? inOrder(fewAtMost) : [];
      if (isRare && few.length < fewAtMost) return bestNamesFirst(scope, few, characters.join(''));
      const whole = stage([wholeNameToken(characters)], characters.join(''), true);
      const beginning = stage(beginningTokens(characters), `${characters.join('')}%`, count === 1);
      return firstOfStages([whole, beginning, inOrder], limit);
    },
  ];
}

/** The same people, whole names first, then beginnings, then the others. */
function bestNamesFirst(scope: SearchScope, searchIds: readonly number[], name: string): number[] {
  const sql = `SELECT s.search_id AS searchId FROM json_each(?) j CROSS JOIN search_persons s ON s.search_id = j.value
    ORDER BY s.name <> ?, s.name NOT LIKE ?, j.key`;
  const find = statement<[string, string, string], Hit>(scope.database, sql);
  return find.all(JSON.stringify(searchIds), name, `${name}%`).map(({ searchId }) => searchId);
}

/** People with this pinyin or these initials, whole or as a beginning; with digits only those whose number has them. */
export function lettersStage(scope: SearchScope, letters: string, digits: string, isWhole: boolean): Stage {
  const range = isWhole ? 'l.letters = @letters' : 'l.letters > @letters AND l.letters < @end';
  const found = `SELECT DISTINCT l.search_id AS searchId FROM json_each(@stations) t
    CROSS JOIN search_letters l ON l.station = t.value AND ${range}`;
  const values = isWhole ? { letters } : { letters, end: `${letters}\u{10FFFF}` };
  if (digits === '') return scope.stage(`${found} LIMIT @limit`, () => values);
  const sql = `SELECT s.search_id AS searchId FROM (${found} LIMIT ${lookedUpAtMost}) f
    CROSS JOIN search_persons s ON s.search_id = f.searchId WHERE instr(s.citizen_id, @digits) LIMIT @limit`;
  return scope.stage(sql, () => ({ ...values, digits }));
}
