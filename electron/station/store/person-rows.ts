import type { PersonRow } from '../../../shared/contract/person.ts';
import { readableText } from '../../../shared/domain/private-characters.ts';
import type { Database } from './database.ts';
import { statement } from './statements.ts';

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
/** Where somebody lives who is registered nowhere in this copy. */
const home = `SELECT r.station_code AS stationCode, a.full_name AS address, r.provisional_event_id IS NOT NULL AS isProvisional
  FROM residences r LEFT JOIN addresses a ON a.address_id = r.address_id WHERE r.person_id = ? AND r.ended_on IS NULL`;

type Home = Pick<Line, 'stationCode' | 'address' | 'isProvisional'>;

/** The lines of a search for these people in the order given, as the station sees them. */
export function listPersonRows(database: Database, searchIds: readonly number[], ownCode: string): PersonRow[] {
  const findHome = statement<[string], Home>(database, home);
  return statement<[string], Line>(database, lines)
    .all(JSON.stringify(searchIds))
    .map((line) => {
      const lives = line.householdId === null ? findHome.get(line.personId) : undefined;
      return rowOf(
        lives ? { ...line, ...lives, isProvisional: line.isProvisional | lives.isProvisional } : line,
        ownCode,
      );
    });
}

function rowOf(line: Line, ownCode: string): PersonRow {
  const { stationCode, ...rest } = line;
  return {
    ...rest,
    name: readableText(line.name),
    address: line.address ?? '',
    isHere: stationCode === ownCode,
    isProvisional: line.isProvisional === 1,
  };
}
