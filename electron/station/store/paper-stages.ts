import { makeAcceptanceNumber, parseAcceptanceNumber } from '../../../shared/domain/acceptance-number.ts';
import type { SearchScope, Stage } from './search-scope.ts';
import { statement } from './statements.ts';

type Hit = { readonly searchId: number };

/** Numbers that begin so and are looked at of each kind of paper. */
const beginningsAtMost = 50;
/** Fewer characters begin too many papers. */
const fewestOfBeginning = 6;

const holder = `SELECT value ->> 'personId' FROM migration_papers CROSS JOIN json_each(holders)`;
const withNumber = `SELECT person_id FROM permits WHERE number IN (@number, @full)
  UNION ALL SELECT person_id FROM certificates WHERE number IN (@number, @full)
  UNION ALL ${holder} WHERE number IN (@number, @full)
  UNION ALL SELECT d.person_id FROM blanks b CROSS JOIN documents d ON d.document_id = b.document_id
    WHERE b.number IN (@number, @full)`;
const withBeginning = [
  'SELECT person_id FROM permits WHERE number > @number AND number < @end',
  'SELECT person_id FROM certificates WHERE number > @number AND number < @end',
  `${holder} WHERE number > @number AND number < @end`,
]
  .map((sql) => `SELECT * FROM (${sql} LIMIT ${beginningsAtMost})`)
  .join(' UNION ALL ');
/** Whom a case is about while it runs, and whose records its events changed. */
const ofCase = `SELECT p.person_id FROM cases c CROSS JOIN case_people n ON n.case_id = c.case_id
    CROSS JOIN persons p ON p.citizen_id = n.citizen_id WHERE c.acceptance_number = @acceptance
  UNION ALL SELECT CASE line.kind WHEN 'person' THEN line.record_id ELSE line.after ->> 'personId' END
    FROM happenings told CROSS JOIN record_history line ON line.event_id = told.event_id
    WHERE told.acceptance_number = @acceptance`;
const found = (people: string): string => `SELECT DISTINCT s.search_id AS searchId FROM (${people}) named
  CROSS JOIN search_persons s ON s.person_id = named.person_id ORDER BY s.search_id LIMIT @limit`;

/** `2026-000123`, said without the six of the county because everybody here knows it. */
const shortNumber = /^2\d{3}\d{6}$/;

/** The number with its county in front where it was left out. */
function fullNumber(scope: SearchScope, number: string): string {
  return shortNumber.test(number) ? scope.ownCode.slice(0, 6) + number : number;
}

/** As acceptance numbers are kept; the text itself where it is none. */
function acceptanceOf(scope: SearchScope, number: string): string {
  const parts = parseAcceptanceNumber(fullNumber(scope, number));
  if (!parts || parts.year < 2000 || parts.year > 2999 || parts.serial < 1) return number;
  return makeAcceptanceNumber(`${parts.prefix}000000`, parts.year, parts.serial);
}

/** People named on the paper, permit or certificate with exactly this number, and those of the case with this acceptance number. */
export function paperStage(scope: SearchScope, number: string): Stage {
  const find = statement<[Record<string, unknown>], Hit>(scope.database, found(`${withNumber} UNION ALL ${ofCase}`));
  const values = { number, full: fullNumber(scope, number), acceptance: acceptanceOf(scope, number) };
  return (limit) => scope.ownFirst(find.all({ ...values, limit }));
}

/** People on papers, permits and certificates whose number begins so. Nobody where too little is typed. */
export function paperBeginningStage(scope: SearchScope, number: string): Stage {
  if (number.length < fewestOfBeginning) return () => [];
  const find = statement<[Record<string, unknown>], Hit>(scope.database, found(withBeginning));
  const end = `${number}\u{10FFFF}`;
  return (limit) => scope.ownFirst(find.all({ number, end, limit }));
}
