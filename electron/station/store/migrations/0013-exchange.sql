-- Exchange by signed files: whose files are trusted, which went out and came in, and cases that somebody else filled in before.

CREATE TABLE exchange_parties (
  party_id TEXT PRIMARY KEY,
  role TEXT NOT NULL CHECK (role IN ('registry', 'office')),
  -- Name and public keys, as the file of keys had them.
  holder TEXT NOT NULL,
  trusted_at TEXT NOT NULL,
  -- Null: a technician at the command line.
  trusted_by TEXT REFERENCES operators
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX exchange_one_registry ON exchange_parties (role) WHERE role = 'registry';

CREATE TABLE exchange_files (
  file_id TEXT PRIMARY KEY,
  direction TEXT NOT NULL CHECK (direction IN ('out', 'in')),
  kind TEXT NOT NULL CHECK (kind IN ('requests', 'answers', 'application')),
  -- An answer bears the number of the requests it answers.
  sequence INTEGER NOT NULL,
  party_name TEXT NOT NULL,
  made_at TEXT NOT NULL,
  -- When it was written here, or taken the last time.
  moved_at TEXT NOT NULL,
  moved_by TEXT REFERENCES operators,
  -- Registrations in it: sent, or answered.
  event_count INTEGER NOT NULL,
  is_whole INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX exchange_files_by_time ON exchange_files (moved_at);

CREATE TABLE prefilled_cases (
  application_id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL UNIQUE REFERENCES cases,
  party_name TEXT NOT NULL,
  filled_by TEXT NOT NULL,
  filled_at TEXT NOT NULL,
  received_at TEXT NOT NULL,
  -- Null: nobody at this counter has gone through it with the applicant yet.
  checked_at TEXT,
  checked_by TEXT REFERENCES operators
) STRICT, WITHOUT ROWID;
