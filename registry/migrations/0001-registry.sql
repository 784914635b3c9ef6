-- Text is compared by code unit ("C") wherever it is an id, so that 'A' and 'a' are two ids on every server.
-- Every table carries the station or the division it belongs to, so that a big city can partition it.

CREATE TABLE devices (
  device_id text COLLATE "C" PRIMARY KEY,
  station_code text COLLATE "C" NOT NULL,
  name text NOT NULL,
  scope text NOT NULL CHECK (scope IN ('station', 'city')),
  algorithm text NOT NULL,
  public_key text NOT NULL,
  is_revoked boolean NOT NULL DEFAULT false,
  -- The newest event taken from this device: the next one must follow it.
  head_seq bigint NOT NULL DEFAULT 0,
  head_hash text NOT NULL DEFAULT repeat('0', 64),
  enrolled_at timestamptz NOT NULL
);

CREATE TABLE enrolment_codes (
  code_sha256 text PRIMARY KEY,
  station_code text COLLATE "C" NOT NULL,
  scope text NOT NULL CHECK (scope IN ('station', 'city')),
  uses_left integer NOT NULL
);

CREATE TABLE jtis (
  device_id text COLLATE "C" NOT NULL,
  jti text COLLATE "C" NOT NULL,
  station_code text COLLATE "C" NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (device_id, jti)
);
CREATE INDEX jtis_by_expiry ON jtis (expires_at);

-- Addresses, persons, households and memberships in one table. `claim` is what no two records may hold at a time: a person's
-- number, a household's number in its station, a person's one place (L58 §6). The database works it out, so that it never drifts.
CREATE TABLE records (
  kind text COLLATE "C" NOT NULL CHECK (kind IN ('address', 'person', 'household', 'membership')),
  record_id text COLLATE "C" NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  -- Null: a person, or an address above all stations.
  station_code text COLLATE "C",
  data jsonb NOT NULL,
  person_id text COLLATE "C" GENERATED ALWAYS AS (CASE kind WHEN 'membership' THEN data->>'personId' END) STORED,
  claim text COLLATE "C" GENERATED ALWAYS AS (
    CASE
      WHEN kind = 'person' THEN 'citizen:' || (data->>'citizenId')
      WHEN kind = 'household' THEN 'number:' || (data->>'stationCode') || ':' || (data->>'number')
      WHEN kind = 'membership' AND data->>'untilOn' IS NULL THEN 'place:' || (data->>'personId')
    END
  ) STORED,
  PRIMARY KEY (kind, record_id)
);
CREATE UNIQUE INDEX records_by_claim ON records (claim) WHERE claim IS NOT NULL;
CREATE INDEX records_by_station ON records (kind, station_code, record_id) WHERE station_code IS NOT NULL;
CREATE INDEX records_by_person ON records (person_id, station_code) WHERE person_id IS NOT NULL;

-- Every event decided, as it was sent, with the answer given: sent again, it gets this answer again.
CREATE TABLE events (
  event_id text COLLATE "C" PRIMARY KEY,
  device_id text COLLATE "C" NOT NULL REFERENCES devices,
  station_code text COLLATE "C" NOT NULL,
  seq bigint NOT NULL,
  hash text NOT NULL,
  body text NOT NULL,
  outcome text NOT NULL,
  answer text NOT NULL,
  answered_at timestamptz NOT NULL,
  UNIQUE (device_id, seq)
);

-- The change feed: what each confirmed event made of each record. One `seq` an event, taken from feed_head under its row lock,
-- which is held until commit: numbers become visible in their order and a reader can never step over one.
CREATE TABLE feed (
  seq bigint NOT NULL,
  position integer NOT NULL,
  station_code text COLLATE "C" NOT NULL,
  -- Stations that read it; null: all.
  readers text[],
  kind text COLLATE "C" NOT NULL,
  record_id text COLLATE "C" NOT NULL,
  version integer NOT NULL,
  data jsonb NOT NULL,
  PRIMARY KEY (seq, position)
);

CREATE TABLE feed_head (
  is_only boolean PRIMARY KEY CHECK (is_only),
  last_seq bigint NOT NULL
);
INSERT INTO feed_head VALUES (true, 0);

CREATE TABLE lease_counters (
  sharers text COLLATE "C" NOT NULL,
  kind text NOT NULL,
  next_serial integer NOT NULL,
  PRIMARY KEY (sharers, kind)
);

CREATE TABLE leases (
  request_id text COLLATE "C" PRIMARY KEY,
  device_id text COLLATE "C" NOT NULL REFERENCES devices,
  station_code text COLLATE "C" NOT NULL,
  kind text NOT NULL,
  from_serial integer NOT NULL,
  until_serial integer NOT NULL,
  leased_at timestamptz NOT NULL
);
CREATE INDEX leases_by_station ON leases (station_code, kind, from_serial);
