import { listOpenDuplicates } from '../../duplicates/open-duplicates.ts';
import type { Database } from '../../store/database.ts';
import { findCompared, findFinding, listDoubtfulPairs } from '../../store/duplicate-findings.ts';
import { statement } from '../../store/statements.ts';
import { bySql, type FaultCheck, type Found, here, person, type SweepDays } from '../fault-check.ts';

const cancel = { procedure: 'duplicate.cancel', from: 'subject' } as const;

interface Pair extends Found {
  readonly other_id: string;
}

/**
 * Pairs of one name, sex and birth date of whom both are registered, each once: under the one who is here, and where both are, under the one
 * whose record is the younger.
 */
const twoOfOneName = `WITH twice AS MATERIALIZED (SELECT born_on, name FROM persons GROUP BY born_on, name HAVING count(*) > 1)
  SELECT p.person_id AS id, p.name AS label, h.address_id, o.person_id AS other_id FROM twice
  CROSS JOIN persons p ON p.born_on = twice.born_on AND p.name = twice.name
  CROSS JOIN memberships m ON m.person_id = p.person_id AND m.until_on IS NULL
  CROSS JOIN households h ON h.household_id = m.household_id AND h.status = 'open' AND h.station_code = @station
  CROSS JOIN persons o ON o.born_on = p.born_on AND o.name = p.name AND o.sex = p.sex AND o.person_id <> p.person_id
  CROSS JOIN memberships om ON om.person_id = o.person_id AND om.until_on IS NULL
  CROSS JOIN households oh ON oh.household_id = om.household_id
  WHERE oh.station_code <> @station OR o.person_id < p.person_id`;
const listTwoOfOneName = bySql(twoOfOneName);

function outcomeOf(database: Database, personId: string, otherId: string): string | null {
  const [one, other] = [findCompared(database, personId), findCompared(database, otherId)];
  return one && other ? (findFinding(database, one, other)?.outcome ?? null) : null;
}

function* sameNameAndBirth(database: Database, days: SweepDays): Generator<Found> {
  for (const pair of listTwoOfOneName(database, days) as Iterable<Pair>)
    if (outcomeOf(database, pair.id, pair.other_id) === null) yield pair;
}

const newSql = `SELECT DISTINCT record_id AS id FROM record_history r JOIN happenings USING (event_id)
  WHERE r.kind = 'person' AND r.before IS NULL AND learnt_at >= ?`;

function findHere(database: Database, personId: string, { station }: SweepDays): Found | null {
  const sql = `${person} ${here} AND p.person_id = @id`;
  return statement<[Record<string, string>], Found>(database, sql).get({ station, id: personId }) ?? null;
}

const isRegistered = ({ person: { status } }: { readonly person: { readonly status: string } }): boolean =>
  status === 'registered';

/** Pairs of a person this copy learnt of lately and a registered one of similar name; of one name they are the other code's. */
function* newPairs(database: Database, days: SweepDays): Generator<readonly [string, string]> {
  for (const { id } of statement<[string], { id: string }>(database, newSql).all(days.newSince)) {
    const asked = findCompared(database, id);
    const found = asked ? listOpenDuplicates(database, asked) : [];
    for (const { person: other, why } of found.filter(isRegistered))
      if (why[0] !== 'same-name-and-birth') yield [id, other.personId];
  }
}

/** Pairs last recorded as one person, or as not decided. */
function* doubtfulPairs(database: Database): Generator<readonly [string, string]> {
  for (const { personId, otherId } of listDoubtfulPairs(database))
    if (outcomeOf(database, personId, otherId) !== 'different') yield [personId, otherId];
}

/** Each pair once, under the one of the two who is here; while the other one is registered somewhere, too. */
function* openPairs(database: Database, days: SweepDays): Generator<Found> {
  const isStanding = statement<[string], { one: number }>(
    database,
    'SELECT 1 AS one FROM memberships WHERE person_id = ? AND until_on IS NULL',
  );
  const listed = new Set<string>();
  for (const pair of [...newPairs(database, days), ...doubtfulPairs(database)]) {
    const key = [...pair].sort().join();
    if (listed.has(key) || pair.some((id) => isStanding.get(id) === undefined)) continue;
    listed.add(key);
    const found = findHere(database, pair[0], days) ?? findHere(database, pair[1], days);
    if (found) yield found;
  }
}

/** People who may stand in the register twice. */
export const duplicateChecks: readonly FaultCheck[] = [
  { code: 'same-name-and-birth', subject: 'person', fix: cancel, list: sameNameAndBirth },
  { code: 'duplicate-open', subject: 'person', fix: cancel, list: openPairs },
];
