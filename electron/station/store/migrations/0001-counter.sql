-- The working copy: what the registry confirmed (version > 0) and what this computer registered and still waits for (provisional_event_id).

CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE operators (
  operator_id TEXT PRIMARY KEY,
  login TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  password_hash TEXT NOT NULL,
  failed_tries INTEGER NOT NULL DEFAULT 0,
  locked_until TEXT
) STRICT;

CREATE TABLE addresses (
  address_id TEXT PRIMARY KEY,
  parent_id TEXT,
  level TEXT NOT NULL,
  name TEXT NOT NULL,
  full_name TEXT NOT NULL,
  initials TEXT NOT NULL,
  division TEXT NOT NULL,
  urban_rural TEXT NOT NULL,
  station_code TEXT,
  is_frozen INTEGER NOT NULL,
  version INTEGER NOT NULL
) STRICT;

CREATE TABLE persons (
  person_id TEXT PRIMARY KEY,
  citizen_id TEXT NOT NULL,
  name TEXT NOT NULL,
  name_pinyin TEXT,
  former_name TEXT,
  sex TEXT NOT NULL,
  born_on TEXT NOT NULL,
  ethnicity TEXT NOT NULL,
  birthplace TEXT,
  native_place TEXT,
  other_address TEXT,
  religion TEXT,
  height_cm INTEGER,
  blood_type TEXT,
  education TEXT,
  marital_status TEXT NOT NULL,
  military TEXT,
  workplace TEXT,
  occupation TEXT,
  arrived_in_city TEXT,
  arrived_at_address TEXT,
  phone TEXT,
  status TEXT NOT NULL,
  version INTEGER NOT NULL,
  provisional_event_id TEXT
) STRICT;

CREATE TABLE households (
  household_id TEXT PRIMARY KEY,
  station_code TEXT NOT NULL,
  number TEXT NOT NULL,
  kind TEXT NOT NULL,
  address_id TEXT NOT NULL,
  head_person_id TEXT NOT NULL,
  status TEXT NOT NULL,
  opened_on TEXT NOT NULL,
  version INTEGER NOT NULL,
  provisional_event_id TEXT
) STRICT;

CREATE TABLE memberships (
  membership_id TEXT PRIMARY KEY,
  household_id TEXT NOT NULL,
  person_id TEXT NOT NULL,
  relation TEXT NOT NULL,
  since_on TEXT NOT NULL,
  until_on TEXT,
  version INTEGER NOT NULL,
  provisional_event_id TEXT
) STRICT;

CREATE TABLE cases (
  case_id TEXT PRIMARY KEY,
  state TEXT NOT NULL,
  procedure TEXT NOT NULL,
  pack TEXT NOT NULL,
  draft TEXT NOT NULL,
  revision INTEGER NOT NULL,
  acceptance_number TEXT UNIQUE,
  started_by TEXT NOT NULL REFERENCES operators,
  accepted_by TEXT REFERENCES operators,
  accepted_at TEXT,
  due_on TEXT,
  event_id TEXT,
  is_released INTEGER NOT NULL DEFAULT 0,
  saved_at TEXT NOT NULL,
  changed_at TEXT NOT NULL
) STRICT;
CREATE INDEX cases_by_state ON cases (state, changed_at);

CREATE TABLE case_people (
  case_id TEXT NOT NULL REFERENCES cases,
  citizen_id TEXT NOT NULL,
  PRIMARY KEY (case_id, citizen_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX case_people_by_number ON case_people (citizen_id);

CREATE TABLE case_acts (
  act_id INTEGER PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases,
  act TEXT NOT NULL,
  operator_id TEXT REFERENCES operators,
  at TEXT NOT NULL,
  note TEXT NOT NULL
) STRICT;
CREATE INDEX case_acts_by_case ON case_acts (case_id, act_id);

CREATE TABLE case_approvals (
  case_id TEXT NOT NULL REFERENCES cases,
  level TEXT NOT NULL,
  position INTEGER NOT NULL,
  operator_id TEXT REFERENCES operators,
  decided_at TEXT,
  decision_number TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (case_id, level)
) STRICT, WITHOUT ROWID;

CREATE TABLE attachments (
  attachment_id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases,
  material_id TEXT NOT NULL,
  kind TEXT NOT NULL,
  image BLOB NOT NULL,
  sha256 TEXT NOT NULL,
  taken_at TEXT NOT NULL
) STRICT;
CREATE INDEX attachments_by_case ON attachments (case_id, material_id);

CREATE TABLE signatures (
  case_id TEXT PRIMARY KEY REFERENCES cases,
  content_hash TEXT NOT NULL,
  png TEXT NOT NULL,
  signed_at TEXT NOT NULL
) STRICT;

CREATE TABLE documents (
  document_id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases,
  form TEXT NOT NULL,
  subject TEXT NOT NULL,
  person_id TEXT,
  needs_confirmation INTEGER NOT NULL,
  is_required INTEGER NOT NULL,
  copies INTEGER NOT NULL DEFAULT 0,
  printed_at TEXT,
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX documents_by_case ON documents (case_id);
CREATE INDEX documents_unprinted ON documents (case_id) WHERE copies = 0 AND is_required = 1;

CREATE TABLE events (
  event_id TEXT PRIMARY KEY,
  seq INTEGER NOT NULL UNIQUE,
  case_id TEXT NOT NULL,
  registered_on TEXT NOT NULL,
  body TEXT NOT NULL,
  hash TEXT NOT NULL,
  state TEXT NOT NULL,
  answer TEXT,
  answered_at TEXT
) STRICT;
CREATE INDEX events_by_day ON events (registered_on);

CREATE TABLE outbox (
  event_id TEXT PRIMARY KEY REFERENCES events,
  seq INTEGER NOT NULL UNIQUE,
  tries INTEGER NOT NULL DEFAULT 0,
  last_try_at TEXT,
  cause TEXT,
  next_try_at TEXT
) STRICT;

CREATE TABLE leases (
  lease_id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  next INTEGER NOT NULL,
  until INTEGER NOT NULL
) STRICT;

-- Append-only and chained, so that a line taken out or changed is noticed.
CREATE TABLE audit (
  audit_id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  operator_id TEXT,
  action TEXT NOT NULL,
  subject TEXT NOT NULL,
  details TEXT NOT NULL,
  result TEXT NOT NULL,
  prev_hash TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;

CREATE TRIGGER audit_keeps_lines BEFORE UPDATE ON audit BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER audit_drops_nothing BEFORE DELETE ON audit BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER audit_replaces_nothing BEFORE INSERT ON audit
WHEN EXISTS (SELECT 1 FROM audit WHERE audit_id = new.audit_id) BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER events_drop_nothing BEFORE DELETE ON events BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER events_keep_bodies BEFORE UPDATE OF body, hash, seq ON events BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER events_replace_nothing BEFORE INSERT ON events
WHEN EXISTS (SELECT 1 FROM events WHERE event_id = new.event_id OR seq = new.seq) BEGIN SELECT raise(ABORT, 'append-only'); END;
