-- The whole register: what is known of a person beside the card, residence registrations, permits, papers, certificates, blanks, and
-- what each event made of each record.

ALTER TABLE addresses ADD COLUMN aliases TEXT NOT NULL DEFAULT '[]';
ALTER TABLE addresses ADD COLUMN grid_kind TEXT;
ALTER TABLE addresses ADD COLUMN grid_name TEXT;

ALTER TABLE persons ADD COLUMN ended_on TEXT;
ALTER TABLE persons ADD COLUMN end_reason TEXT;
ALTER TABLE persons ADD COLUMN guardians TEXT NOT NULL DEFAULT '[]';
ALTER TABLE persons ADD COLUMN father_id TEXT;
ALTER TABLE persons ADD COLUMN mother_id TEXT;
ALTER TABLE persons ADD COLUMN spouse_id TEXT;
ALTER TABLE persons ADD COLUMN capacity TEXT;
ALTER TABLE persons ADD COLUMN adoption_is_secret INTEGER NOT NULL DEFAULT 0;
ALTER TABLE persons ADD COLUMN photo_id TEXT;
ALTER TABLE persons ADD COLUMN hukou_division TEXT;
ALTER TABLE persons ADD COLUMN hukou_class TEXT;
ALTER TABLE persons ADD COLUMN hukou_address TEXT;
CREATE INDEX persons_by_father ON persons (father_id) WHERE father_id IS NOT NULL;
CREATE INDEX persons_by_mother ON persons (mother_id) WHERE mother_id IS NOT NULL;
CREATE INDEX persons_by_spouse ON persons (spouse_id) WHERE spouse_id IS NOT NULL;

ALTER TABLE households ADD COLUMN closed_on TEXT;
ALTER TABLE households ADD COLUMN unit_name TEXT;
CREATE INDEX households_by_head ON households (head_person_id);
CREATE INDEX memberships_by_person ON memberships (person_id);
-- A household's former members are asked for as well.
CREATE INDEX memberships_of_household ON memberships (household_id);
DROP INDEX memberships_by_household;

CREATE TABLE residences (
  residence_id TEXT PRIMARY KEY,
  person_id TEXT NOT NULL,
  station_code TEXT NOT NULL,
  address_id TEXT NOT NULL,
  basis TEXT NOT NULL,
  purpose TEXT NOT NULL,
  landlord TEXT,
  employer TEXT,
  first_registered_on TEXT NOT NULL,
  registered_on TEXT NOT NULL,
  ended_on TEXT,
  end_reason TEXT,
  version INTEGER NOT NULL,
  provisional_event_id TEXT
) STRICT;
CREATE UNIQUE INDEX residences_one_open ON residences (person_id) WHERE ended_on IS NULL;
CREATE INDEX residences_by_person ON residences (person_id);
CREATE INDEX residences_by_address ON residences (address_id);
CREATE INDEX residences_by_employer ON residences (employer) WHERE employer IS NOT NULL;

CREATE TABLE permits (
  permit_id TEXT PRIMARY KEY,
  number TEXT NOT NULL,
  person_id TEXT NOT NULL,
  residence_id TEXT NOT NULL,
  station_code TEXT NOT NULL,
  ground TEXT NOT NULL,
  medium TEXT NOT NULL,
  issued_on TEXT NOT NULL,
  first_issued_on TEXT NOT NULL,
  endorsements TEXT NOT NULL,
  status TEXT NOT NULL,
  ended_on TEXT,
  end_reason TEXT,
  replaces_id TEXT,
  version INTEGER NOT NULL,
  provisional_event_id TEXT
) STRICT;
CREATE UNIQUE INDEX permits_one_active ON permits (person_id) WHERE status = 'active';
CREATE INDEX permits_by_person ON permits (person_id);
CREATE INDEX permits_by_residence ON permits (residence_id);
CREATE INDEX permits_by_number ON permits (number);

CREATE TABLE migration_papers (
  paper_id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  number TEXT NOT NULL,
  print_year INTEGER NOT NULL,
  station_code TEXT NOT NULL,
  issued_on TEXT NOT NULL,
  valid_until TEXT NOT NULL,
  holders TEXT NOT NULL,
  from_address TEXT NOT NULL,
  to_address TEXT NOT NULL,
  other_authority TEXT NOT NULL,
  reason TEXT NOT NULL,
  status TEXT NOT NULL,
  end_reason TEXT,
  replaces_id TEXT,
  version INTEGER NOT NULL,
  provisional_event_id TEXT
) STRICT;
CREATE UNIQUE INDEX migration_papers_number_once ON migration_papers (kind, print_year, number);
CREATE INDEX migration_papers_by_number ON migration_papers (number);

-- Who is named on which paper, derived from its holders by the triggers below.
CREATE TABLE paper_holders (
  person_id TEXT NOT NULL,
  paper_id TEXT NOT NULL,
  PRIMARY KEY (person_id, paper_id)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER paper_holders_come AFTER INSERT ON migration_papers BEGIN
  INSERT OR IGNORE INTO paper_holders
  SELECT value ->> 'personId', new.paper_id FROM json_each(new.holders) WHERE value ->> 'personId' IS NOT NULL;
END;
CREATE TRIGGER paper_holders_change AFTER UPDATE OF holders ON migration_papers BEGIN
  DELETE FROM paper_holders WHERE paper_id = old.paper_id;
  INSERT OR IGNORE INTO paper_holders
  SELECT value ->> 'personId', new.paper_id FROM json_each(new.holders) WHERE value ->> 'personId' IS NOT NULL;
END;
CREATE TRIGGER paper_holders_go AFTER DELETE ON migration_papers BEGIN
  DELETE FROM paper_holders WHERE paper_id = old.paper_id;
END;

CREATE TABLE certificates (
  certificate_id TEXT PRIMARY KEY,
  number TEXT NOT NULL,
  kind TEXT NOT NULL,
  person_id TEXT NOT NULL,
  station_code TEXT NOT NULL,
  issued_on TEXT NOT NULL,
  body TEXT NOT NULL,
  purpose TEXT NOT NULL,
  recipient TEXT NOT NULL,
  status TEXT NOT NULL,
  end_reason TEXT,
  version INTEGER NOT NULL,
  provisional_event_id TEXT
) STRICT;
CREATE UNIQUE INDEX certificates_number_once ON certificates (station_code, number);
CREATE INDEX certificates_by_person ON certificates (person_id);
CREATE INDEX certificates_by_number ON certificates (number);

CREATE TABLE blanks (
  blank_id TEXT PRIMARY KEY,
  station_code TEXT NOT NULL,
  form TEXT NOT NULL,
  print_year INTEGER NOT NULL,
  number TEXT NOT NULL,
  status TEXT NOT NULL,
  document_id TEXT,
  changed_on TEXT NOT NULL,
  version INTEGER NOT NULL,
  provisional_event_id TEXT
) STRICT;
CREATE UNIQUE INDEX blanks_number_once ON blanks (form, print_year, number);
CREATE INDEX blanks_by_status ON blanks (form, status);
CREATE INDEX blanks_by_number ON blanks (number);

-- What happened, whoever registered it: the events of this computer and, as far as the registry tells of them, those of others.
CREATE TABLE happenings (
  event_id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  station_code TEXT NOT NULL,
  operator_id TEXT,
  case_id TEXT,
  procedure TEXT NOT NULL,
  acceptance_number TEXT NOT NULL,
  facts TEXT NOT NULL,
  registered_on TEXT NOT NULL,
  -- When it came true, where the facts say so.
  happened_on TEXT NOT NULL,
  occurred_at TEXT NOT NULL,
  -- When this computer learnt of it.
  learnt_at TEXT NOT NULL,
  reversed_by TEXT
) STRICT;
-- What this computer registered before.
INSERT INTO happenings
SELECT event_id, 'settlement.registered', body ->> '$.stationCode', body ->> '$.operatorId', case_id, body ->> '$.facts.procedure',
  body ->> '$.facts.acceptanceNumber', body -> '$.facts', registered_on, registered_on, body ->> '$.occurredAt', body ->> '$.occurredAt', NULL
FROM events;
CREATE INDEX happenings_by_day ON happenings (registered_on);
CREATE INDEX happenings_by_number ON happenings (acceptance_number);

-- Each record before and after each event; `before` null: the event made it, or the record was not in this copy.
CREATE TABLE record_history (
  kind TEXT NOT NULL,
  record_id TEXT NOT NULL,
  event_id TEXT NOT NULL REFERENCES happenings,
  version INTEGER NOT NULL,
  before TEXT,
  after TEXT NOT NULL,
  PRIMARY KEY (kind, record_id, event_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX record_history_by_event ON record_history (event_id);
