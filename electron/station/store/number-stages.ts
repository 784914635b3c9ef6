import { readCitizenNumber } from '../../../shared/domain/citizen-number.ts';
import { isKnownArea } from '../../../shared/domain/divisions.ts';
import { lastDigits, matchAll, windowsOf } from './person-grams.ts';
import type { SearchScope, Stage } from './search-scope.ts';
import { statement } from './statements.ts';

/** Fewest digits that are looked for inside a number. */
export const fewestDigits = 4;
/** A beginning with fewer numbers is read whole and sorted; with more, the own station's people are looked for by pieces. */
const beginningsReadWhole = 60;

/** So few people are found at one go and then sorted, instead of place by place. */
const fewAtMost = 200;

/** A year, with any part of a month and day: others are not looked for as a birth, which would go through thousands in vain. */
const birth = /^(19\d|20[0-2])\d(0[1-9]?|1[0-2]?)?$|^(19\d|20[0-2])\d(0[1-9]|1[0-2])[0-3]\d?/;

type Hit = { readonly searchId: number };

/**
 * The ways digits may be meant, best first: a whole number (of 18, or of 15 in old times), a 户号, the beginning of a number, a
 * birth year or day, the last digits, digits anywhere.
 */
export function listNumberStages(scope: SearchScope, digits: string): Stage[] {
  if (digits.length < fewestDigits) return [];
  if (digits.length === 18) return [wholeNumber(scope, digits)];
  const oldNumber = findNumberOfOld(digits);
  return [
    ...(oldNumber === null ? [] : [wholeNumber(scope, oldNumber)]),
    ...(digits.length === 9 ? [householdNumber(scope, digits)] : []),
    ...listPartStages(scope, digits),
  ];
}

function listPartStages(scope: SearchScope, digits: string): Stage[] {
  const matches = scope.matchTokens(windowsOf(digits));
  const begun = listBeginning(scope, digits);
  if (begun.length >= beginningsReadWhole) {
    return [scope.comparedOwn({ ...matches, number: `${digits}%` }), () => begun];
  }
  if (digits.length === fewestDigits)
    return [() => begun, ...listPlaces(scope, digits, matches), scope.compared(matches)];
  const anywhere = scope.compared({ ...matches, number: `%${digits}%` })(fewAtMost);
  if (anywhere.length < fewAtMost) return [() => sortByPlace(scope, [...new Set([...begun, ...anywhere])], digits)];
  return [() => begun, ...listPlaces(scope, digits, matches), () => anywhere];
}

/** The other places in a number where digits mean something, best first. */
function listPlaces(scope: SearchScope, digits: string, matches: { match: string; ownMatch: string }): Stage[] {
  const birthStage = scope.compared({ ...matches, number: `______${digits}%` });
  const last = `${matchAll([lastDigits(digits)])} AND ${matches.match}`;
  return [...(birth.test(digits) ? [birthStage] : []), scope.compared({ match: last, number: `%${digits}` })];
}

/** The same order for people who are all known already. */
function sortByPlace(scope: SearchScope, searchIds: readonly number[], digits: string): number[] {
  const sql = `SELECT j.value AS searchId, p.citizen_id AS number FROM json_each(?) j
    CROSS JOIN search_persons s ON s.search_id = j.value
    CROSS JOIN persons p ON p.person_id = s.person_id`;
  const find = statement<[string], Hit & { readonly number: string }>(scope.database, sql);
  const rank = (number: string): number => {
    if (number.startsWith(digits)) return 0;
    if (number.startsWith(digits, 6)) return 1;
    return number.endsWith(digits) ? 2 : 3;
  };
  return find
    .all(JSON.stringify(searchIds))
    .map(({ searchId, number }) => ({ searchId, rank: rank(number) * 2 + (scope.isOwn(searchId) ? 0 : 1) }))
    .sort((a, b) => a.rank - b.rank || a.searchId - b.searchId)
    .map(({ searchId }) => searchId);
}

/** The number that an old one of 15 digits became; null when the digits are none. The beginning of a number may look like one. */
function findNumberOfOld(digits: string): string | null {
  const reading = digits.length === 15 ? readCitizenNumber(digits, { today: '9999-12-31', isKnownArea }) : null;
  return reading?.valid ? reading.normalized : null;
}

/** Persons whose number begins so, the own station's first; not more than beginningsReadWhole. */
function listBeginning(scope: SearchScope, digits: string): number[] {
  const sql = `SELECT s.search_id AS searchId FROM
    (SELECT person_id FROM persons WHERE citizen_id >= ? AND citizen_id < ? LIMIT ${beginningsReadWhole}) page
    CROSS JOIN search_persons s ON s.person_id = page.person_id`;
  const ids = statement<[string, string], Hit>(scope.database, sql)
    .all(digits, `${digits}~`)
    .map(({ searchId }) => searchId);
  return ids.sort((a, b) => Number(scope.isOwn(b)) - Number(scope.isOwn(a)) || a - b);
}

function wholeNumber(scope: SearchScope, digits: string): Stage {
  const sql = `SELECT s.search_id AS searchId FROM persons p JOIN search_persons s ON s.person_id = p.person_id
    WHERE p.citizen_id = ?`;
  const find = statement<[string], Hit>(scope.database, sql);
  return () => find.all(digits).map(({ searchId }) => searchId);
}

function householdNumber(scope: SearchScope, number: string): Stage {
  const sql = `SELECT s.search_id AS searchId FROM search_stations t
    CROSS JOIN households h ON h.station_code = t.station_code AND h.number = ?
    CROSS JOIN memberships m ON m.household_id = h.household_id AND m.until_on IS NULL
    CROSS JOIN search_persons s ON s.person_id = m.person_id
    ORDER BY h.station_code <> ?, h.station_code, m.relation <> '02', m.relation`;
  const find = statement<[string, string], Hit>(scope.database, sql);
  return () => find.all(number, scope.ownCode).map(({ searchId }) => searchId);
}
