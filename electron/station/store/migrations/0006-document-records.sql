-- What a paper is printed from: the household, migration paper, certificate, residence registration or permit it stands for.
ALTER TABLE documents ADD COLUMN record_id TEXT;
