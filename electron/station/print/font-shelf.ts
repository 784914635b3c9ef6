import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Font } from 'fontkit';
import type { Answer } from '../../../shared/contract/errors.ts';
import { done, fail } from '../../../shared/contract/errors.ts';
import type { FormFont } from '../../../shared/domain/form.ts';
import { FontFace } from './font-face.ts';

/** The fonts of a form's words, in the order they are asked for a character. */
export type FontChain = readonly FontFace[];

/** Every font the forms use, opened once for the life of the station service. */
export interface FontShelf {
  readonly faces: readonly FontFace[];
  readonly chains: Readonly<Record<FormFont, FontChain>>;
}

interface FontFile {
  readonly file: string;
  /** Where the font's npm package keeps the file, for a checkout that has no resources/fonts. */
  readonly inPackage: string;
  readonly optional?: boolean;
}

const serif: FontFile = { file: 'NotoSerifSC_400Regular.ttf', inPackage: 'noto-serif-sc/400Regular' };
const serifBold: FontFile = { file: 'NotoSerifSC_700Bold.ttf', inPackage: 'noto-serif-sc/700Bold' };
const sans: FontFile = { file: 'NotoSansSC_400Regular.ttf', inPackage: 'noto-sans-sc/400Regular' };
/** Extension B and beyond (GB 18030-2022 level 3), when a station has put the files into its font folder. */
const rare: readonly FontFile[] = [
  { file: 'HanaMinA.ttf', inPackage: '', optional: true },
  { file: 'HanaMinB.ttf', inPackage: '', optional: true },
];
const chainFiles: Readonly<Record<FormFont, readonly FontFile[]>> = {
  song: [serif, sans, ...rare],
  'song-bold': [serifBold, serif, sans, ...rare],
  hei: [sans, serif, ...rare],
};

/**
 * Opens the fonts of `fontFolder`: a flat folder of TTF files, or the folder of the font packages. About 50 ms, once.
 * Fails with NOT_FOUND and the file's name when a font that the forms need is absent.
 */
export async function openFonts(fontFolder: string): Promise<Answer<FontShelf>> {
  const fontkit = await import('fontkit');
  const faces = new Map<string, FontFace>();
  for (const font of new Set(Object.values(chainFiles).flat())) {
    const path = [join(fontFolder, font.file), join(fontFolder, font.inPackage, font.file)].find((it) =>
      existsSync(it),
    );
    if (path) faces.set(font.file, new FontFace(font.file, fontkit.create(readFileSync(path)) as Font));
    else if (!font.optional) return fail('NOT_FOUND', { font: font.file });
  }
  const chain = (files: readonly FontFile[]) => files.flatMap(({ file }) => faces.get(file) ?? []);
  return done({
    faces: [...faces.values()],
    chains: {
      song: chain(chainFiles.song),
      'song-bold': chain(chainFiles['song-bold']),
      hei: chain(chainFiles.hei),
    },
  });
}
