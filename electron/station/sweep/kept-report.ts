import { SweepReport } from '../../../shared/contract/sweep.ts';
import type { Database } from '../store/database.ts';
import { statement } from '../store/statements.ts';

const name = 'sweep.report';

/** Keeps the report of the last whole sweep in place of the one before. */
export function keepReport(database: Database, report: SweepReport): void {
  const sql =
    'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value';
  statement(database, sql).run(name, JSON.stringify(report));
}

/** The report of the last whole sweep; null: there was none, or an older program wrote it otherwise. */
export function findKeptReport(database: Database): SweepReport | null {
  const sql = 'SELECT value FROM settings WHERE name = ?';
  const kept = statement<[string], { value: string }>(database, sql).get(name)?.value;
  if (kept === undefined) return null;
  const read = SweepReport.safeParse(JSON.parse(kept));
  return read.success ? read.data : null;
}
