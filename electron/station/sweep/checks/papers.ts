import { bySql, type FaultCheck } from '../fault-check.ts';

/** Faults of papers, blanks and of what waits for the registry. */
export const paperChecks: readonly FaultCheck[] = [
  {
    code: 'paper-expired',
    subject: 'paper',
    fix: { procedure: 'migration-paper.reissue', from: 'person' },
    // A migration certificate is used at another place, of which this register does not hear.
    list: bySql(`SELECT paper_id AS id, number AS label, NULL AS address_id,
      holders ->> '$[0].personId' AS person_id FROM migration_papers
      WHERE station_code = @station AND status = 'issued' AND valid_until < @today AND kind = 'move-in-permit'`),
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
