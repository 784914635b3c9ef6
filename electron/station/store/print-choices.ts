import { z } from 'zod';
import { FormPlace, PrinterName } from '../../../shared/domain/print-place.ts';
import type { Database } from './database.ts';
import { statement } from './statements.ts';

/** What was chosen in the window of this computer: it goes before its settings file. Null: nothing was chosen. */
export const PrintChoices = z.strictObject({
  usualPrinter: PrinterName.nullable(),
  forms: z.record(z.string(), FormPlace),
});
export type PrintChoices = z.infer<typeof PrintChoices>;

const setting = 'printing.choices';

/** What was chosen; nothing on a computer where nobody chose. */
export function readPrintChoices(database: Database): PrintChoices {
  const sql = 'SELECT value FROM settings WHERE name = ?';
  const row = statement<[string], { value: string }>(database, sql).get(setting);
  return row ? PrintChoices.parse(JSON.parse(row.value)) : { usualPrinter: null, forms: {} };
}

/** Keeps the choices in place of those before. */
export function writePrintChoices(database: Database, choices: PrintChoices): void {
  const sql =
    'INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value';
  statement(database, sql).run(setting, JSON.stringify(choices));
}
