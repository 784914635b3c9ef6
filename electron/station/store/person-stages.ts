import type { Database } from './database.ts';
import { fewestDigits, listNumberStages } from './number-stages.ts';
import { beginningTokens, inOrderTokens, wholeNameToken, windowsOf } from './person-grams.ts';
import type { PersonQuery } from './person-query.ts';
import { SearchScope, type Stage } from './search-scope.ts';
import { statement } from './statements.ts';

/** People of these letters that are looked up one by one for digits: all of the own station with given initials, and most others. */
const lookedUpAtMost = 1200;

type Hit = { readonly searchId: number };

/** The stages for what was typed as one station sees them, best first; none when it says too little. */
export function listStages(database: Database, ownCode: string, query: PersonQuery): Stage[] {
  const { characters, letters, digits } = query;
  if (digits !== '' && digits.length < fewestDigits) return [];
  const scope = new SearchScope(database, ownCode);
  if (characters.length > 0) return listNameStages(scope, query);
  if (letters !== '') return [lettersStage(scope, letters, digits, true), lettersStage(scope, letters, digits, false)];
  return listNumberStages(scope, digits);
}

function listNameStages(scope: SearchScope, { characters, letters, digits }: PersonQuery): Stage[] {
  const narrowed = {
    ...(letters === '' ? {} : { letters: `%${letters}%` }),
    ...(digits === '' ? {} : { number: `%${digits}%` }),
  };
  const further = digits === '' ? [] : [scope.matchTokens(windowsOf(digits)).match];
  const stage = (tokens: readonly string[], name?: string): Stage => {
    const { match, ownMatch } = scope.matchTokens(tokens);
    const both = { match: [match, ...further].join(' AND '), ownMatch: [ownMatch, ...further].join(' AND ') };
    return scope.compared({ ...both, ...narrowed, ...(name === undefined ? {} : { name }) });
  };
  return [
    stage([wholeNameToken(characters)]),
    stage(beginningTokens(characters), `${characters.join('')}%`),
    stage(inOrderTokens(characters), characters.length > 2 ? `%${characters.join('%')}%` : undefined),
  ];
}

/** People with this pinyin or these initials, whole or as a beginning. */
function lettersStage(scope: SearchScope, letters: string, digits: string, isWhole: boolean): Stage {
  const range = isWhole ? 'letters = @letters' : 'letters > @letters AND letters < @end';
  const find = statement<[Record<string, unknown>], Hit>(
    scope.database,
    `SELECT DISTINCT search_id AS searchId FROM search_letters WHERE station = @station AND ${range} LIMIT @limit`,
  );
  const values = isWhole ? { letters } : { letters, end: `${letters}\u{10FFFF}` };
  const list: Stage = (limit) =>
    scope.firstOf(scope.blocks, limit, ({ station }, left) => find.all({ ...values, station, limit: left }));
  return digits === '' ? list : () => listWithDigits(scope.database, list(lookedUpAtMost), digits);
}

/** Those whose number contains the digits, in the order given. */
function listWithDigits(database: Database, searchIds: readonly number[], digits: string): number[] {
  const sql = `SELECT s.search_id AS searchId FROM json_each(?) j
    CROSS JOIN search_persons s ON s.search_id = j.value
    CROSS JOIN persons p ON p.person_id = s.person_id WHERE p.citizen_id LIKE ? ORDER BY j.key`;
  const find = statement<[string, string], Hit>(database, sql);
  return find.all(JSON.stringify(searchIds), `%${digits}%`).map(({ searchId }) => searchId);
}
