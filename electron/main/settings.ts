import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { PrintMode } from '../../shared/domain/form.ts';
import { PrinterName, type PrintPlaces, Sides, TrayName } from '../../shared/domain/print-place.ts';
import { StationCode } from '../../shared/domain/records.ts';

/** `settings.json` of the data folder: what the technician sets once for this computer. */
export const Settings = z.strictObject({
  stationCode: StationCode.optional(),
  registryUrl: z.url({ protocol: /^https?$/ }).optional(),
  enrolCode: z.string().min(4).max(80).optional(),
  /** `folder`: PDFs are put into `printed/`; `cups`: a print queue, the default one when none is named. */
  printer: z
    .discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('folder') }),
      z.strictObject({
        kind: z.literal('cups'),
        queue: PrinterName.optional(),
      }),
    ])
    .optional(),
  /**
   * Forms that do not go to this printer in full, by form id: `overprint` prints only the values, onto stock; `queue` and
   * `tray` name another printer of the system and the tray that the stock lies in. What is chosen in the window goes before it.
   */
  forms: z
    .record(
      z.string().regex(/^[a-z][a-z0-9-]*$/),
      z.strictObject({
        mode: PrintMode.default('full'),
        queue: PrinterName.optional(),
        tray: TrayName.default(''),
        sides: Sides.default('one'),
      }),
    )
    .optional(),
});
export type Settings = z.infer<typeof Settings>;

/** Reads the settings of a data folder; a folder without the file has none. Throws when the file is not what it should be. */
export function readSettings(dataDir: string): Settings {
  const file = join(dataDir, 'settings.json');
  return existsSync(file) ? Settings.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
}

/** Where the forms are printed, as the station is told. Practice prints into a folder unless the settings name a printer. */
export function printPlacesOf({ printer, forms = {} }: Settings, isPractice: boolean): PrintPlaces {
  const usualPrinter = usualPrinterOf(printer ?? { kind: isPractice ? 'folder' : 'cups' });
  const places = Object.entries(forms).map(([form, { mode, queue, tray, sides }]) => [
    form,
    { printer: queue ?? usualPrinter, tray, sides, mode },
  ]);
  return { usualPrinter, forms: Object.fromEntries(places) };
}

function usualPrinterOf(chosen: NonNullable<Settings['printer']>): string {
  return chosen.kind === 'folder' ? 'folder' : (chosen.queue ?? 'default');
}
