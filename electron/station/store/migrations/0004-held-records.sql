-- What the registry holds of records that can not stand in the tables now: a provisional registration of this computer covers the
-- record, or has what it claims (number, place). They come out when the registration is confirmed or withdrawn; nothing is lost.
CREATE TABLE held_records (
  kind TEXT NOT NULL,
  record_id TEXT NOT NULL,
  version INTEGER NOT NULL,
  data TEXT NOT NULL,
  PRIMARY KEY (kind, record_id)
) STRICT, WITHOUT ROWID;
