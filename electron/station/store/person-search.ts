import type { PersonRow } from '../../../shared/contract/person.ts';
import type { Database } from './database.ts';
import { readPersonQuery } from './person-query.ts';
import { listStages } from './person-stages.ts';
import { statement } from './statements.ts';

/** A line of a search with the whole citizen number; the use-case masks it where the role asks for that. */
export type PersonSearchRow = PersonRow;

export interface PersonSearch {
  readonly text: string;
  /** At most so many lines. */
  readonly limit: number;
  /** The station that asks: its people come first. */
  readonly stationCode: string;
}

interface Line {
  readonly personId: string;
  readonly name: string;
  readonly citizenId: string;
  readonly sex: PersonRow['sex'];
  readonly bornOn: string;
  readonly status: PersonRow['status'];
  readonly address: string | null;
  readonly householdId: string | null;
  readonly householdNumber: string | null;
  readonly relation: string | null;
  readonly stationCode: string | null;
  readonly isProvisional: number;
}

/**
 * All lines in one statement: SQLite prepares a join over a partial index anew whenever its parameters change, 15 µs a time,
 * which is more than reading a line takes.
 */
const lines = `SELECT p.person_id AS personId, p.name, p.citizen_id AS citizenId, p.sex, p.born_on AS bornOn, p.status,
  a.full_name AS address, h.household_id AS householdId, h.number AS householdNumber, m.relation, h.station_code AS stationCode,
  p.provisional_event_id IS NOT NULL OR m.provisional_event_id IS NOT NULL AS isProvisional
  FROM json_each(?) j
  CROSS JOIN search_persons s ON s.search_id = j.value
  CROSS JOIN persons p ON p.person_id = s.person_id
  LEFT JOIN memberships m ON m.person_id = p.person_id AND m.until_on IS NULL
  LEFT JOIN households h ON h.household_id = m.household_id
  LEFT JOIN addresses a ON a.address_id = h.address_id
  ORDER BY j.key`;

/**
 * Finds people in the local copy by whatever is typed: name (whole, beginning, characters in order), full pinyin or initials
 * in any reading, citizen number (whole, 15 digits of old, beginning, birth year or day, last digits, four and more in a
 * row), 户号, or a name and digits together. Best match first, in each kind the own station's people before others. Too
 * little typed finds nobody. Reads only indexes: below 10 ms on 1.2 million persons.
 */
export function searchPersons(database: Database, { text, limit, stationCode }: PersonSearch): PersonSearchRow[] {
  const query = readPersonQuery(text);
  const found = new Set<number>();
  for (const stage of listStages(database, stationCode, query)) {
    for (const searchId of stage(limit + found.size)) {
      if (found.size < limit) found.add(searchId);
    }
    if (found.size >= limit) break;
  }
  return statement<[string], Line>(database, lines)
    .all(JSON.stringify([...found]))
    .map((row) => rowOf(row, stationCode));
}

function rowOf(row: Line, ownCode: string): PersonSearchRow {
  const { stationCode, ...rest } = row;
  return {
    ...rest,
    address: row.address ?? '',
    isHere: stationCode === ownCode,
    isProvisional: row.isProvisional === 1,
  };
}
