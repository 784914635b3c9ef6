import type { Blank } from '../../../shared/domain/paper-records.ts';
import type { RecordOf } from '../../../shared/domain/register-records.ts';
import type { Database } from './database.ts';
import { recordOfLine } from './record-columns.ts';
import { statement } from './statements.ts';

type Line = Readonly<Record<string, unknown>>;

const blankOf = (line: Line): Blank => recordOfLine('blank', line).data as RecordOf<'blank'>;

/** What counts for a day's end: the station's blanks in stock, and those that were used or spoiled on the day. */
export function listBlanksOfDay(database: Database, stationCode: string, day: string): Blank[] {
  const sql = `SELECT * FROM blanks WHERE station_code = ? AND (status IN ('stocked', 'reserved') OR changed_on = ?)`;
  return statement<[string, string], Line>(database, sql).all(stationCode, day).map(blankOf);
}

/** The station's blanks of a form in a state, in the order of their numbers, at most `limit`. */
export function listBlanksOfForm(
  database: Database,
  asked: { stationCode: string; form: string; status: Blank['status']; limit: number },
): Blank[] {
  const sql = `SELECT * FROM blanks WHERE form = @form AND status = @status AND station_code = @stationCode
    ORDER BY print_year, number LIMIT @limit`;
  return statement<[typeof asked], Line>(database, sql).all(asked).map(blankOf);
}

/** Whether the station ever took blanks of a form in: from then on its sheets are accounted for. */
export function hasEverStocked(database: Database, stationCode: string, form: string): boolean {
  const sql = 'SELECT 1 FROM blanks WHERE form = ? AND station_code = ? LIMIT 1';
  return statement<[string, string]>(database, sql).get(form, stationCode) !== undefined;
}
