-- Photographs of people, numbers they gave up, and whom a case was about after it ended.

-- A photograph is known by the SHA-256 of its bytes; persons.photo_id names it. The same picture kept twice is one.
CREATE TABLE photos (
  sha256 TEXT PRIMARY KEY,
  mime TEXT NOT NULL CHECK (mime IN ('image/jpeg', 'image/png')),
  bytes BLOB NOT NULL,
  added_at TEXT NOT NULL
) STRICT;

ALTER TABLE persons ADD COLUMN former_citizen_ids TEXT NOT NULL DEFAULT '[]';

-- Every number somebody gave up, by number; made from former_citizen_ids below and never emptied: no number is allotted twice.
CREATE TABLE former_numbers (
  citizen_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  PRIMARY KEY (citizen_id, person_id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER former_numbers_come AFTER INSERT ON persons WHEN new.former_citizen_ids <> '[]' BEGIN
  INSERT OR IGNORE INTO former_numbers SELECT value, new.person_id FROM json_each(new.former_citizen_ids);
END;
CREATE TRIGGER former_numbers_change AFTER UPDATE OF former_citizen_ids ON persons WHEN new.former_citizen_ids <> '[]' BEGIN
  INSERT OR IGNORE INTO former_numbers SELECT value, new.person_id FROM json_each(new.former_citizen_ids);
END;
-- Numbers corrected before this program kept them: as far as the history tells.
INSERT OR IGNORE INTO former_numbers
SELECT before ->> '$.citizenId', record_id FROM record_history
WHERE kind = 'person' AND before ->> '$.citizenId' <> after ->> '$.citizenId';

-- 1: the case changes this person, so that nobody else's case may while it runs; 0: it only speaks of them.
ALTER TABLE case_people ADD COLUMN is_changed INTEGER NOT NULL DEFAULT 1;
-- Cases that ended before forgot whom they were about; what was entered tells.
INSERT OR IGNORE INTO case_people (case_id, citizen_id, is_changed)
SELECT c.case_id, p.value ->> '$.citizenId', 0
FROM cases c, json_each(CASE WHEN json_valid(c.draft) THEN c.draft ELSE '{}' END, '$.people') p
WHERE c.state NOT IN ('draft', 'returned') AND length(p.value ->> '$.citizenId') = 18;
