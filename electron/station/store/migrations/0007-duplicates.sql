-- What comparing two people came to. One of them stands in the register (other_id); the other one does too (person_id), or was entered in a
-- case (case_id) and is known by what was entered. Nothing is changed later: the last line of a pair counts.
CREATE TABLE duplicate_findings (
  finding_id INTEGER PRIMARY KEY,
  person_id TEXT,
  case_id TEXT,
  name TEXT NOT NULL,
  born_on TEXT NOT NULL,
  citizen_id TEXT NOT NULL,
  other_id TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('same', 'different', 'unsure')),
  note TEXT NOT NULL,
  operator_id TEXT NOT NULL,
  found_at TEXT NOT NULL
) STRICT;
CREATE INDEX duplicate_findings_by_other ON duplicate_findings (other_id);

-- Everyone born on a day, by name: similar names are looked for among them.
CREATE INDEX persons_by_birth ON persons (born_on, name);
