-- What cases ask of offices outside the station, and what came back.

CREATE TABLE inquiries (
  inquiry_id TEXT PRIMARY KEY,
  case_id TEXT NOT NULL REFERENCES cases,
  kind TEXT NOT NULL CHECK (kind IN ('approval', 'verification', 'paper')),
  -- As it is sent, word for word, however often.
  body TEXT NOT NULL,
  -- The material that a good answer proves.
  material_id TEXT,
  office TEXT NOT NULL,
  asked_by TEXT NOT NULL REFERENCES operators,
  asked_at TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('queued', 'waiting', 'answered', 'refused')),
  cause TEXT,
  last_asked_at TEXT,
  next_ask_at TEXT,
  answer TEXT,
  answered_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX inquiries_by_case ON inquiries (case_id);
CREATE INDEX inquiries_open ON inquiries (state, asked_at) WHERE state IN ('queued', 'waiting');

-- A decision that came from an office and not from a hand here: the office's name, and no operator.
ALTER TABLE case_approvals ADD COLUMN office TEXT;
