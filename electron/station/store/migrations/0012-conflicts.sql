-- What the registry refused and how it was settled. The refused event and its answer stay among the events; the versions it was about stand here.

CREATE TABLE refused_history (
  kind TEXT NOT NULL,
  record_id TEXT NOT NULL,
  event_id TEXT NOT NULL REFERENCES events,
  -- As the event found it; null: it made the record.
  before TEXT,
  after TEXT NOT NULL,
  -- As the registry held it when the event was settled; null: it held none, or the event is not settled yet.
  theirs TEXT,
  PRIMARY KEY (kind, record_id, event_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX refused_history_by_event ON refused_history (event_id);

CREATE TABLE settled_conflicts (
  event_id TEXT PRIMARY KEY REFERENCES events,
  settled_by TEXT NOT NULL REFERENCES events,
  choice TEXT NOT NULL CHECK (choice IN ('ours', 'theirs', 'mix', 'withdrawn')),
  reason TEXT NOT NULL,
  operator_id TEXT NOT NULL REFERENCES operators,
  at TEXT NOT NULL
) STRICT;

-- Whether a printed copy of what never came true was called back.
CREATE TABLE recalls (
  print_id INTEGER PRIMARY KEY REFERENCES print_log,
  is_recalled INTEGER NOT NULL,
  reason TEXT NOT NULL,
  operator_id TEXT NOT NULL REFERENCES operators,
  at TEXT NOT NULL
) STRICT;

CREATE TRIGGER refused_history_drops_nothing BEFORE DELETE ON refused_history BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER settled_conflicts_drop_nothing BEFORE DELETE ON settled_conflicts BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER settled_conflicts_keep_lines BEFORE UPDATE ON settled_conflicts BEGIN SELECT raise(ABORT, 'append-only'); END;
CREATE TRIGGER settled_conflicts_replace_nothing BEFORE INSERT ON settled_conflicts
WHEN EXISTS (SELECT 1 FROM settled_conflicts WHERE event_id = new.event_id) BEGIN SELECT raise(ABORT, 'append-only'); END;
