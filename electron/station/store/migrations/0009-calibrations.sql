-- How pages are moved for the printers of this computer, so that values land in the boxes of pre-printed stock. What it was before stands in
-- the audit log.
CREATE TABLE calibrations (
  printer TEXT NOT NULL,
  -- Empty: whichever tray the printer takes.
  tray TEXT NOT NULL,
  form TEXT NOT NULL,
  form_version INTEGER NOT NULL,
  calibration TEXT NOT NULL,
  -- What the ruler showed on the test sheet; null when it was only nudged.
  readings TEXT,
  max_residual_mm REAL,
  changed_by TEXT NOT NULL REFERENCES operators,
  changed_at TEXT NOT NULL,
  PRIMARY KEY (printer, tray, form, form_version)
) STRICT, WITHOUT ROWID;
