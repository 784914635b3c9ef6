import { readCitizenNumber } from '../../../shared/domain/citizen-number.ts';
import { isKnownArea } from '../../../shared/domain/divisions.ts';
import { paperBeginningStage, paperStage } from './paper-stages.ts';
import { lastDigits, matchAll, windowsOf } from './person-grams.ts';
import { decisive, firstOfStages, type SearchScope, type Stage } from './search-scope.ts';
import { statement } from './statements.ts';

/** Fewest digits that are looked for inside a number. */
export const fewestDigits = 4;
/** So many of each part of the copy have the same last four; of five digits and more some dozens in the whole city. */
const endsAtMost = 300;
/** Fewer digits begin too many 户号. */
const fewestOfHousehold = 6;

/** A year, with any part of a month and day. */
const birth = /^(18[5-9]|19\d|20[0-2])\d((0|1|0[1-9]|1[0-2])|(0[1-9]|1[0-2])[0-3]\d?)?$/;

type Hit = { readonly searchId: number };

/**
 * The ways digits may be meant, best first: a whole number (of 18, or of 15 in old times), the number of a paper, a 户号, the
 * beginning of a number, a birth year or day, the last digits, digits anywhere, the beginning of a paper's number or 户号.
 */
export function listNumberStages(scope: SearchScope, digits: string, paper: string): Stage[] {
  if (digits.length < fewestDigits) return [];
  const papers = paper === '' ? [] : [paperStage(scope, paper)];
  if (digits.length === 18) return [decisive(wholeNumber(scope, digits)), ...papers];
  const oldNumber = findNumberOfOld(digits);
  const further = [...(paper === '' ? [] : [paperBeginningStage(scope, paper)]), householdBeginning(scope, digits)];
  const parts = [...listPlaces(scope, digits), ...further];
  if (oldNumber !== null) return [wholeNumber(scope, oldNumber), ...papers, ...parts];
  const household = digits.length === 9 ? [householdNumber(scope, digits)] : [];
  return [...[...papers, ...household].map(decisive), ...parts];
}

/**
 * Where in a number digits may stand, best first. Eight and more that begin with the code of a place, and a whole birth day, stand
 * nowhere else.
 */
function listPlaces(scope: SearchScope, digits: string): Stage[] {
  const parts = listParts(scope, digits);
  const isAfterPlace = digits.length >= 8 && isKnownArea(digits.slice(0, 6));
  if (isAfterPlace) return [decisive(beginning(scope, digits)), ...parts];
  if (!birth.test(digits)) return [beginning(scope, digits), ...parts];
  const born = birthStage(scope, digits);
  if (digits.length === 8) return [decisive(born), beginning(scope, digits), ...parts];
  return [beginning(scope, digits), born, ...parts];
}

/** Persons whose number has these digits in a row anywhere, or is this number. */
export function numberStage(scope: SearchScope, digits: string): Stage {
  if (digits.length === 18) return wholeNumber(scope, digits);
  return (limit) => scope.compared({ match: scope.matchTokens(windowsOf(digits)).match, number: `%${digits}%` })(limit);
}

/** Last digits, then digits anywhere. */
function listParts(scope: SearchScope, digits: string): Stage[] {
  const [last, windows] = [lastDigits(digits), windowsOf(digits)];
  if (digits.length === fewestDigits)
    return [scope.compared({ match: matchAll([last]) }), scope.compared({ match: matchAll(windows) })];
  const atTheEnd = scope.compared({ match: matchAll([last]), most: endsAtMost, number: `%${digits}` });
  const anywhere = numberStage(scope, digits);
  return [
    (limit) => {
      const found = anywhere(limit);
      return found.length < limit ? lastFirst(scope, found, digits) : firstOfStages([atTheEnd, () => found], limit);
    },
  ];
}

/** The same people, those whose number ends so before the others. */
function lastFirst(scope: SearchScope, searchIds: readonly number[], digits: string): number[] {
  const sql = `SELECT s.search_id AS searchId FROM json_each(?) j CROSS JOIN search_persons s ON s.search_id = j.value
    ORDER BY s.citizen_id NOT LIKE ?, j.key`;
  const find = statement<[string, string], Hit>(scope.database, sql);
  return find.all(JSON.stringify(searchIds), `%${digits}`).map(({ searchId }) => searchId);
}

/** The number that an old one of 15 digits became; null when the digits are none. The beginning of a number may look like one. */
function findNumberOfOld(digits: string): string | null {
  const reading = digits.length === 15 ? readCitizenNumber(digits, { today: '9999-12-31', isKnownArea }) : null;
  return reading?.valid ? reading.normalized : null;
}

/** Persons whose number begins so. */
function beginning(scope: SearchScope, digits: string): Stage {
  const sql = `SELECT n.search_id AS searchId FROM json_each(@stations) t
    CROSS JOIN search_numbers n ON n.station = t.value AND n.citizen_id >= @digits AND n.citizen_id < @end LIMIT @limit`;
  return scope.stage(sql, () => ({ digits, end: `${digits}~` }));
}

/** Persons born in this year, month or on this day. */
function birthStage(scope: SearchScope, digits: string): Stage {
  const unit = 10 ** (8 - digits.length);
  const from = Number(digits) * unit;
  return bornBetween(scope, from, from + unit - 1);
}

/** Persons born on these days and between them, written as numbers (19900101); in each station the oldest first. */
export function bornBetween(scope: SearchScope, from: number, until: number): Stage {
  const sql = `SELECT b.search_id AS searchId FROM json_each(@stations) t
    CROSS JOIN search_births b ON b.station = t.value AND b.born BETWEEN @from AND @until LIMIT @limit`;
  return scope.stage(sql, () => ({ from, until }));
}

/** Whoever bears this number, then those who gave it up. */
function wholeNumber(scope: SearchScope, digits: string): Stage {
  const sql = `SELECT s.search_id AS searchId FROM persons p JOIN search_persons s ON s.person_id = p.person_id
    WHERE p.citizen_id = @digits
    UNION ALL SELECT s.search_id FROM former_numbers f CROSS JOIN search_persons s ON s.person_id = f.person_id
    WHERE f.citizen_id = @digits`;
  const find = statement<[{ digits: string }], Hit>(scope.database, sql);
  return () => [...new Set(find.all({ digits }).map(({ searchId }) => searchId))];
}

const peopleOf = `CROSS JOIN memberships m ON m.household_id = h.household_id AND m.until_on IS NULL
    CROSS JOIN search_persons s ON s.person_id = m.person_id`;

/** The people of the households with this number, the own station's household first, in each the head. */
export function householdNumber(scope: SearchScope, number: string): Stage {
  const sql = `SELECT s.search_id AS searchId FROM search_stations t
    CROSS JOIN households h ON h.station_code = t.station_code AND h.number = ? ${peopleOf}
    ORDER BY h.station_code <> ?, h.station_code, m.relation <> '02', m.relation`;
  const find = statement<[string, string], Hit>(scope.database, sql);
  return () => find.all(number, scope.ownCode).map(({ searchId }) => searchId);
}

/** Heads of the own station's households whose number begins so. */
function householdBeginning(scope: SearchScope, digits: string): Stage {
  if (digits.length < fewestOfHousehold || digits.length > 8) return () => [];
  const sql = `SELECT s.search_id AS searchId FROM households h ${peopleOf}
    WHERE h.station_code = @station AND h.number >= @digits AND h.number < @end AND m.relation = '02' LIMIT @limit`;
  return scope.stage(sql, () => ({ station: scope.ownCode, digits, end: `${digits}~` }));
}
