-- The whole register: residences, permits, papers, certificates and blanks beside persons and households; each record knows the event
-- that made its newest version, and the feed tells which event made each change.

ALTER TABLE records DROP CONSTRAINT records_kind_check;
ALTER TABLE records ADD CONSTRAINT records_kind_check CHECK (kind IN (
  'address', 'person', 'household', 'membership', 'residence', 'permit', 'migration-paper', 'certificate', 'blank'));
-- Null: from the beginning, before any event.
ALTER TABLE records ADD COLUMN event_id text COLLATE "C";

DROP INDEX records_by_claim;
DROP INDEX records_by_person;
ALTER TABLE records DROP COLUMN claim;
ALTER TABLE records DROP COLUMN person_id;
-- Whose record it is: a station reads every person who has or had a place, a residence or a permit there.
ALTER TABLE records ADD COLUMN person_id text COLLATE "C"
  GENERATED ALWAYS AS (CASE WHEN kind IN ('membership', 'residence', 'permit', 'certificate') THEN data->>'personId' END) STORED;
-- As claimOf of the shared rules has it.
ALTER TABLE records ADD COLUMN claim text COLLATE "C" GENERATED ALWAYS AS (
  CASE
    WHEN kind = 'person' THEN 'citizen:' || (data->>'citizenId')
    WHEN kind = 'household' THEN 'number:' || (data->>'stationCode') || ':' || (data->>'number')
    WHEN kind = 'membership' AND data->>'untilOn' IS NULL THEN 'place:' || (data->>'personId')
    WHEN kind = 'residence' AND data->>'endedOn' IS NULL THEN 'residence:' || (data->>'personId')
    WHEN kind = 'permit' AND data->>'status' = 'active' THEN 'permit:' || (data->>'personId')
    WHEN kind = 'migration-paper' THEN 'paper:' || (data->>'kind') || ':' || (data->>'printYear') || ':' || (data->>'number')
    WHEN kind = 'certificate' THEN 'certificate:' || (data->>'stationCode') || ':' || (data->>'number')
    WHEN kind = 'blank' THEN 'blank:' || (data->>'form') || ':' || (data->>'printYear') || ':' || (data->>'number')
  END
) STORED;
CREATE UNIQUE INDEX records_by_claim ON records (claim) WHERE claim IS NOT NULL;
CREATE INDEX records_by_person ON records (person_id, station_code) WHERE person_id IS NOT NULL;

ALTER TABLE feed ADD COLUMN event_id text COLLATE "C";
