-- The pieces of the full-text search are brought together by whoever writes them, a few pages at a time, and not hundreds in one commit.
INSERT INTO search_grams (search_grams, rank) VALUES ('automerge', 0), ('crisismerge', 16);
