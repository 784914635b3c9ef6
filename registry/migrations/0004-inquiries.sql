-- What stations ask of offices outside them (inquiries), and what the registry publishes: keys of papers, anchors of audit logs.

-- Offices and the registries of other places are known like computers: by a key. `office` says for whom such a one answers.
ALTER TABLE devices DROP CONSTRAINT devices_scope_check;
ALTER TABLE devices ADD CONSTRAINT devices_scope_check CHECK (scope IN ('station', 'city', 'office', 'peer'));
ALTER TABLE devices ADD COLUMN office text COLLATE "C";
ALTER TABLE enrolment_codes DROP CONSTRAINT enrolment_codes_scope_check;
ALTER TABLE enrolment_codes ADD CONSTRAINT enrolment_codes_scope_check CHECK (scope IN ('station', 'city', 'office'));
ALTER TABLE enrolment_codes ADD COLUMN office text COLLATE "C";

CREATE TABLE inquiries (
  inquiry_id text COLLATE "C" PRIMARY KEY,
  station_code text COLLATE "C" NOT NULL,
  device_id text COLLATE "C" NOT NULL REFERENCES devices,
  case_id text COLLATE "C" NOT NULL,
  kind text NOT NULL CHECK (kind IN ('approval', 'verification', 'paper')),
  -- Who answers.
  office text COLLATE "C" NOT NULL,
  -- As it was sent, in canonical JSON: sent again, it is compared with this.
  body text NOT NULL,
  received_at timestamptz NOT NULL,
  -- Where another system answers and not a person: how often it was asked, and when it is asked next.
  tries integer NOT NULL DEFAULT 0,
  last_asked_at timestamptz,
  next_ask_at timestamptz,
  -- Place among the answers of the station, from which it fetches them; null while there is none.
  seq bigint,
  answer text,
  answered_at timestamptz,
  CHECK ((answer IS NULL) = (seq IS NULL) AND (answer IS NULL) = (answered_at IS NULL))
);
CREATE INDEX inquiries_open ON inquiries (office, received_at) WHERE answer IS NULL;
CREATE INDEX inquiries_waiting ON inquiries (station_code, received_at) WHERE answer IS NULL;
CREATE INDEX inquiries_due ON inquiries (next_ask_at) WHERE answer IS NULL AND next_ask_at IS NOT NULL;
CREATE UNIQUE INDEX inquiries_by_seq ON inquiries (station_code, seq) WHERE seq IS NOT NULL;
CREATE INDEX inquiries_by_case ON inquiries (station_code, case_id);
CREATE INDEX inquiries_by_time ON inquiries (station_code, received_at);

-- Last place given; its row is locked until an answer is committed, so that nobody steps over one that commits late.
CREATE TABLE inquiry_heads (
  station_code text COLLATE "C" PRIMARY KEY,
  last_seq bigint NOT NULL
);

-- Who was shown an inquiry, and who answered it: the first time for each computer.
CREATE TABLE inquiry_acts (
  inquiry_id text COLLATE "C" NOT NULL REFERENCES inquiries,
  act text NOT NULL CHECK (act IN ('shown', 'answered')),
  device_id text COLLATE "C" NOT NULL REFERENCES devices,
  at timestamptz NOT NULL,
  PRIMARY KEY (inquiry_id, act, device_id)
);

-- What this registry is called among registries, and the key it signs its own questions with.
CREATE TABLE registry_identity (
  is_only boolean PRIMARY KEY CHECK (is_only),
  registry_id text COLLATE "C" NOT NULL,
  private_key text NOT NULL
);

CREATE TABLE document_keys (
  key_id text COLLATE "C" PRIMARY KEY,
  station_code text COLLATE "C" NOT NULL,
  body text NOT NULL,
  published_at timestamptz NOT NULL
);

-- Numbers that are good no longer, for whoever verifies papers.
CREATE INDEX records_voided ON records (kind, record_id)
  WHERE (kind IN ('migration-paper', 'certificate') AND data->>'status' = 'void')
     OR (kind = 'permit' AND data->>'status' IN ('replaced', 'cancelled'));

CREATE TABLE audit_anchors (
  device_id text COLLATE "C" NOT NULL REFERENCES devices,
  station_code text COLLATE "C" NOT NULL,
  count bigint NOT NULL,
  hash text NOT NULL,
  anchored_at timestamptz NOT NULL,
  PRIMARY KEY (device_id, count, hash)
);
CREATE INDEX audit_anchors_by_time ON audit_anchors (device_id, anchored_at);
