import type { FaultCode, FaultSubject } from '../../../shared/contract/sweep.ts';
import type { Database } from '../store/database.ts';

/** What a sweep is asked for. */
export interface SweepAsked {
  readonly stationCode: string;
  /** The calendar day at the counter. */
  readonly today: string;
}

/** The days that checks count from, worked out once; names of the parameters of their SQL. */
export interface SweepDays {
  readonly station: string;
  readonly today: string;
  /** Born until then: of age today. */
  readonly adultBorn: string;
  /** Born before: older than anybody lives. */
  readonly oldBorn: string;
  /** An event registered before waits too long for the registry. */
  readonly waitedSince: string;
  /** A blank reserved before was forgotten. */
  readonly reservedSince: string;
  /** Migration certificates that ran out before are left to the archive. */
  readonly papersSince: string;
  /** Persons this copy learnt of since then are compared with the others. */
  readonly newSince: string;
}

/** One faulty record. Further columns are what its check looks at. */
export interface Found {
  readonly id: string;
  readonly label: string;
  readonly address_id: string | null;
  /** The person whom the procedure starts from, where it does not start from the subject: the head of a household. */
  readonly person_id?: string | null;
  readonly [column: string]: unknown;
}

/** One kind of fault. */
export interface FaultCheck {
  readonly code: FaultCode;
  readonly subject: FaultSubject['kind'];
  /** The procedure that mends it, and whether it starts from the subject or from the row's `person_id`; null: looked into first. */
  readonly fix: { readonly procedure: string; readonly from: 'subject' | 'person' } | null;
  /** The faulty records; a record may come more than once. */
  readonly list: (database: Database, days: SweepDays) => Iterable<Found>;
}

/** Lists what a query finds; `isFault` decides where the rule has its one place in code and not in the query. */
export function bySql(sql: string, isFault?: (row: Found, days: SweepDays) => boolean): FaultCheck['list'] {
  return function* list(database, days) {
    const names = [...sql.matchAll(/@(\w+)/g)].map(([, name]) => name as keyof SweepDays);
    const parameters = Object.fromEntries(names.map((name) => [name, days[name]]));
    const found = database.prepare<Record<string, string>, Found>(sql).iterate(parameters);
    for (const row of found) if (isFault === undefined || isFault(row, days)) yield row;
  };
}

/** A text column of a row; empty where it is null. */
export function textOf(row: Found, column: string): string {
  const value = row[column];
  return typeof value === 'string' ? value : '';
}

/** A list of codes for `IN (…)`; codes of the standards are digits only. */
export function sqlList(codes: readonly string[]): string {
  return codes.map((code) => `'${code}'`).join(', ');
}

/** Everyone registered here now: household `h`, membership `m`, person `p`. */
export const here = `FROM households h
  JOIN memberships m ON m.household_id = h.household_id AND m.until_on IS NULL
  JOIN persons p ON p.person_id = m.person_id
  WHERE h.station_code = @station AND h.status = 'open'`;

/** The same beside the head `k` of the household. */
export const hereWithHead = here.replace('WHERE', 'JOIN persons k ON k.person_id = h.head_person_id\n  WHERE');

export const openHouseholds = `FROM households h WHERE h.station_code = @station AND h.status = 'open'`;

/** Columns of a person, and of a household. */
export const person = 'SELECT p.person_id AS id, p.name AS label, h.address_id';
export const household = 'SELECT h.household_id AS id, h.number AS label, h.address_id, h.head_person_id AS person_id';
