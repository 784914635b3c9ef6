import { bySql, type FaultCheck } from '../fault-check.ts';

/** Where the first holder of a paper was registered here last. */
const lastHome = `(SELECT h.address_id FROM memberships m JOIN households h ON h.household_id = m.household_id
  WHERE m.person_id = w.holders ->> '$[0].personId' ORDER BY coalesce(m.until_on, '9999') DESC LIMIT 1)`;
/** Where a paper of this computer's cases leads to. */
const target = `(SELECT json_extract(c.draft, '$.target.addressId') FROM record_history l JOIN happenings t ON t.event_id = l.event_id
  JOIN cases c ON c.case_id = t.case_id WHERE l.kind = 'migration-paper' AND l.record_id = w.paper_id AND json_valid(c.draft) LIMIT 1)`;
/** A certificate is used at another place: it was not while nobody on it is registered anywhere this copy knows of. */
const isUnused = `(w.kind = 'move-in-permit' OR NOT EXISTS (SELECT 1 FROM json_each(w.holders) o
  JOIN persons p ON p.person_id = o.value ->> '$.personId' WHERE p.status <> 'moved-out'))`;

/** Faults of papers, blanks and of what waits for the registry. */
export const paperChecks: readonly FaultCheck[] = [
  {
    code: 'paper-expired',
    subject: 'paper',
    fix: { procedure: 'migration-paper.reissue', from: 'person' },
    // Of certificates only those of the last year: whether one was used outside the city this register never hears.
    list: bySql(`SELECT w.paper_id AS id, w.number AS label, coalesce(nullif(${target}, ''), ${lastHome}) AS address_id,
      w.holders ->> '$[0].personId' AS person_id FROM migration_papers w
      WHERE w.station_code = @station AND w.status = 'issued' AND w.valid_until < @today
        AND (w.kind = 'move-in-permit' OR w.valid_until >= @papersSince) AND ${isUnused}`),
  },
  {
    code: 'blank-reserved-long',
    subject: 'blank',
    fix: null,
    list: bySql(`SELECT blank_id AS id, number AS label, NULL AS address_id FROM blanks
      WHERE station_code = @station AND status = 'reserved' AND changed_on < @reservedSince`),
  },
  {
    code: 'outbox-old',
    subject: 'event',
    fix: null,
    list: bySql(`SELECT event_id AS id, coalesce(body ->> '$.facts.acceptanceNumber', '') AS label, NULL AS address_id
      FROM outbox JOIN events USING (event_id) WHERE registered_on < @waitedSince`),
  },
];
