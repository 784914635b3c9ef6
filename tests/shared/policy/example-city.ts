import { join } from 'node:path';
import { readPackFolder, readPackTexts } from '../../../electron/station/policy/read-pack-folder.ts';
import type { Pack } from '../../../shared/policy/policy-pack.ts';

export const exampleCityFolder = join(import.meta.dirname, '..', '..', '..', 'resources', 'policy', 'example-city');

/** The small pack of a made-up city, and the texts it is made of. */
export const exampleCity: Pack = readPackFolder(exampleCityFolder);
export const exampleTexts = readPackTexts(exampleCityFolder);

/** The texts with one file changed; a file that is not there begins empty. */
export function withFile(file: string, change: (text: string) => string): Record<string, string> {
  return { ...exampleTexts, [file]: change(exampleTexts[file] ?? '') };
}

/** The line of the first place in a file's text that holds these words. */
export function lineIn(texts: Readonly<Record<string, string>>, file: string, words: string): number {
  return (texts[file] ?? '').split('\n').findIndex((line) => line.includes(words)) + 1;
}
