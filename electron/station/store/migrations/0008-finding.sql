-- The search keeps beside its ids what candidates are compared by: one seek instead of three. Birth days and numbers of one station's
-- people lie together like their letters, so that the own station's come first without looking at the others.

ALTER TABLE search_persons ADD COLUMN name TEXT NOT NULL DEFAULT '';
ALTER TABLE search_persons ADD COLUMN citizen_id TEXT NOT NULL DEFAULT '';
-- Year, month and day as one number: 19900101.
ALTER TABLE search_persons ADD COLUMN born INTEGER NOT NULL DEFAULT 0;
ALTER TABLE search_persons ADD COLUMN sex TEXT NOT NULL DEFAULT '';
ALTER TABLE search_persons ADD COLUMN status TEXT NOT NULL DEFAULT '';

CREATE TABLE search_births (
  station INTEGER NOT NULL,
  born INTEGER NOT NULL,
  search_id INTEGER NOT NULL,
  PRIMARY KEY (station, born, search_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE search_numbers (
  station INTEGER NOT NULL,
  citizen_id TEXT NOT NULL,
  search_id INTEGER NOT NULL,
  PRIMARY KEY (station, citizen_id, search_id)
) STRICT, WITHOUT ROWID;

UPDATE search_persons SET (name, citizen_id, born, sex, status) =
  (SELECT replace(p.name, '·', ''), p.citizen_id, CAST(replace(p.born_on, '-', '') AS INTEGER), p.sex, p.status
   FROM persons p WHERE p.person_id = search_persons.person_id)
WHERE EXISTS (SELECT 1 FROM persons p WHERE p.person_id = search_persons.person_id);
INSERT INTO search_births SELECT search_id / 4294967296, born, search_id FROM search_persons;
INSERT INTO search_numbers SELECT search_id / 4294967296, citizen_id, search_id FROM search_persons;

-- Persons whose entry the program makes anew before the next search: those who live here without being registered here now count as
-- their station's people, private characters of old data are looked for by their standard ones, and some surnames have a reading more.
CREATE TABLE search_due (person_id TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;
INSERT INTO search_due
SELECT person_id FROM search_persons JOIN persons USING (person_id)
WHERE EXISTS (SELECT 1 FROM residences r WHERE r.person_id = persons.person_id AND r.ended_on IS NULL)
  OR persons.name GLOB '*[' || char(57344) || '-' || char(63743) || char(983040) || '-' || char(1114109) || ']*'
  OR persons.name GLOB '[黑佴祭藏逢费]*';

-- Another value whenever a named place changes: the search keeps them in memory, a few thousand of the whole city.
CREATE TABLE named_places (stamp INTEGER NOT NULL) STRICT;
INSERT INTO named_places VALUES (0);
CREATE TRIGGER named_places_come AFTER INSERT ON addresses
WHEN new.level IN ('division', 'township', 'community', 'street', 'compound') BEGIN
  UPDATE named_places SET stamp = random();
END;
CREATE TRIGGER named_places_change AFTER UPDATE ON addresses
WHEN new.level IN ('division', 'township', 'community', 'street', 'compound')
  OR old.level IN ('division', 'township', 'community', 'street', 'compound') BEGIN
  UPDATE named_places SET stamp = random();
END;
CREATE TRIGGER named_places_go AFTER DELETE ON addresses
WHEN old.level IN ('division', 'township', 'community', 'street', 'compound') BEGIN
  UPDATE named_places SET stamp = random();
END;

-- Everything but rooms, nine of ten addresses: the way down from a street to its houses.
CREATE INDEX addresses_with_parts ON addresses (parent_id, name) WHERE level <> 'room';
