-- How many copies a case needs of a paper, who printed which copy where and why, and sheets of numbered stock whose fate is still asked for.

ALTER TABLE documents ADD COLUMN copies_wanted INTEGER NOT NULL DEFAULT 1;
DROP INDEX documents_unprinted;
CREATE INDEX documents_unprinted ON documents (case_id) WHERE copies < copies_wanted AND is_required = 1;

CREATE TABLE print_log (
  print_id INTEGER PRIMARY KEY,
  document_id TEXT NOT NULL REFERENCES documents,
  copy INTEGER NOT NULL,
  printer TEXT NOT NULL,
  operator_id TEXT NOT NULL REFERENCES operators,
  at TEXT NOT NULL,
  -- Why a paper that was handed out already is printed again; empty for the copies a case needs.
  reason TEXT NOT NULL,
  -- The pre-printed sheet; null on plain paper.
  blank_id TEXT,
  blank_number TEXT,
  -- Null: nobody has said yet what became of the numbered sheet.
  outcome TEXT CHECK (outcome IN ('good', 'spoiled', 'unused'))
) STRICT;
CREATE INDEX print_log_by_document ON print_log (document_id);
CREATE INDEX print_log_asked ON print_log (document_id) WHERE outcome IS NULL;
