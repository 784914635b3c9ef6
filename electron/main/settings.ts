import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
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
        queue: z
          .string()
          .regex(/^[\w.-]{1,127}$/)
          .optional(),
      }),
    ])
    .optional(),
});
export type Settings = z.infer<typeof Settings>;

/** Reads the settings of a data folder; a folder without the file has none. Throws when the file is not what it should be. */
export function readSettings(dataDir: string): Settings {
  const file = join(dataDir, 'settings.json');
  return existsSync(file) ? Settings.parse(JSON.parse(readFileSync(file, 'utf8'))) : {};
}
