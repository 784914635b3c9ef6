-- What the search box reads. Everything here is derived from persons, memberships and households and can be built anew at any time.

-- Each station whose people this copy holds; the one without a code: people who are registered nowhere in this copy.
CREATE TABLE search_stations (
  station INTEGER PRIMARY KEY,
  station_code TEXT NOT NULL UNIQUE
) STRICT;

-- search_id = station * 2^32 + a number, so that the people of one station lie together in every index below.
-- An id of its own, because VACUUM may renumber the hidden rowid of persons.
CREATE TABLE search_persons (
  search_id INTEGER PRIMARY KEY,
  person_id TEXT NOT NULL UNIQUE,
  letters TEXT NOT NULL
) STRICT;

-- Full pinyin and initials, all readings of a name.
CREATE TABLE search_letters (
  station INTEGER NOT NULL,
  letters TEXT NOT NULL,
  search_id INTEGER NOT NULL,
  PRIMARY KEY (station, letters, search_id)
) STRICT, WITHOUT ROWID;

-- Pieces of names and numbers as tokens (person-grams.ts); contentless, only which person has which piece.
CREATE VIRTUAL TABLE search_grams USING fts5(grams, content='', contentless_delete=1, detail=none, tokenize='ascii');

-- Named places, all one needs to look through them: a few thousand even in the copy of the whole city.
CREATE INDEX addresses_named ON addresses (name, initials, full_name, station_code)
WHERE level IN ('division', 'township', 'community', 'street', 'compound');
CREATE INDEX addresses_of_stations ON addresses (station_code) WHERE level = 'township';
