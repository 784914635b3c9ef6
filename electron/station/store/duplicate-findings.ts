import type { DuplicateOutcome } from '../../../shared/contract/duplicate.ts';
import type { Database } from './database.ts';
import { findPerson } from './persons.ts';
import { statement } from './statements.ts';

/** One of two who are compared: `personId` null where they are only entered in a case. */
export interface Compared {
  readonly personId: string | null;
  readonly name: string;
  readonly bornOn: string;
  /** Empty where a number is only given by registering. */
  readonly citizenId: string;
}

/** What comparing two came to. */
export interface StoredFinding {
  readonly outcome: DuplicateOutcome;
  readonly note: string;
  readonly operatorId: string;
  readonly foundAt: string;
}

/** A comparison to be kept; `caseId` where one of the two is entered in a case. */
export interface NewFinding extends StoredFinding {
  readonly one: Compared;
  readonly caseId: string | null;
  readonly otherId: string;
}

/** Somebody of the register as they are compared; null: not in this copy. */
export function findCompared(database: Database, personId: string): Compared | null {
  const person = findPerson(database, personId)?.data;
  if (!person) return null;
  const { name, bornOn, citizenId } = person;
  return { personId, name, bornOn, citizenId };
}

/** Keeps what a comparison came to, inside the caller's transaction. */
export function addFinding(database: Database, finding: NewFinding): void {
  const { one, ...rest } = finding;
  statement<[Record<string, unknown>]>(
    database,
    `INSERT INTO duplicate_findings (person_id, case_id, name, born_on, citizen_id, other_id, outcome, note, operator_id, found_at)
     VALUES (@personId, @caseId, @name, @bornOn, @citizenId, @otherId, @outcome, @note, @operatorId, @foundAt)`,
  ).run({ ...one, ...rest });
}

/** Somebody entered in a case is known again by what was entered, when the register holds them, too. */
const aboutSql = `SELECT finding_id AS findingId, outcome, note, operator_id AS operatorId, found_at AS foundAt FROM duplicate_findings
  WHERE other_id = @otherId
    AND (person_id = @personId OR (name = @name AND born_on = @bornOn AND citizen_id IN (@citizenId, '')))
  ORDER BY finding_id DESC LIMIT 1`;

type Numbered = StoredFinding & { readonly findingId: number };

function findAbout(database: Database, one: Compared, otherId: string | null): Numbered | null {
  if (otherId === null) return null;
  return statement<[Record<string, unknown>], Numbered>(database, aboutSql).get({ ...one, otherId }) ?? null;
}

/** The last thing recorded of two people, whichever of them was asked about; null: nothing yet. */
export function findFinding(database: Database, one: Compared, other: Compared): StoredFinding | null {
  const [forward, back] = [findAbout(database, one, other.personId), findAbout(database, other, one.personId)];
  const last = (forward?.findingId ?? 0) > (back?.findingId ?? 0) ? forward : back;
  return last && { outcome: last.outcome, note: last.note, operatorId: last.operatorId, foundAt: last.foundAt };
}

/** Pairs of the register of which `same` or `unsure` was ever recorded, by their ids. */
export function listDoubtfulPairs(database: Database): { personId: string; otherId: string }[] {
  const sql = `SELECT DISTINCT coalesce(f.person_id, p.person_id) AS personId, f.other_id AS otherId FROM duplicate_findings f
    LEFT JOIN persons p ON f.person_id IS NULL AND p.born_on = f.born_on AND p.name = f.name AND f.citizen_id IN (p.citizen_id, '')
    WHERE f.outcome <> 'different' AND coalesce(f.person_id, p.person_id) <> f.other_id`;
  return statement<[], { personId: string; otherId: string }>(database, sql).all();
}
