import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Font, FontCollection } from 'fontkit';
import type { Answer } from '../../../shared/contract/errors.ts';
import { done, fail } from '../../../shared/contract/errors.ts';
import type { FormFont } from '../../../shared/domain/form.ts';
import { FontFace } from './font-face.ts';
import { findFonts } from './found-fonts.ts';

/** The fonts of a form's words, in the order they are asked for a character. */
export type FontChain = readonly FontFace[];

/** Every font the forms use, opened once for the life of the station service. */
export interface FontShelf {
  readonly faces: readonly FontFace[];
  readonly chains: Readonly<Record<FormFont, FontChain>>;
}

/** Where fonts outside the program may lie; without them a paper looks the same on every computer. */
export interface OtherFonts {
  /** A folder with fonts that the station was given; each of them is used. It need not be there. */
  readonly operatorFolder?: string;
  /** From `systemFontFolders`. */
  readonly systemFolders?: readonly string[];
}

interface FontFile {
  readonly file: string;
  /** Where the font's npm package keeps the file, for a checkout that has no resources/fonts. */
  readonly inPackage: string;
}

const serif: FontFile = { file: 'NotoSerifSC_400Regular.ttf', inPackage: 'noto-serif-sc/400Regular' };
const serifBold: FontFile = { file: 'NotoSerifSC_700Bold.ttf', inPackage: 'noto-serif-sc/700Bold' };
const sans: FontFile = { file: 'NotoSansSC_400Regular.ttf', inPackage: 'noto-sans-sc/400Regular' };

type OpenFile = (path: string) => Font;

/**
 * Opens the fonts of `fontFolder`: a flat folder of TTF files, or the folder of the font packages. About 50 ms, once.
 * After them stand those of Extensions B and beyond that lie there too or that the system has, then the operator's; such a
 * font is opened when a character is missing in all before it. 仿宋 is the system's or the operator's, 宋体 where there is none.
 *
 * Fails with NOT_FOUND and the file's name when a font that the forms need is absent.
 */
export async function openFonts(fontFolder: string, others: OtherFonts = {}): Promise<Answer<FontShelf>> {
  const fontkit = await import('fontkit');
  const open: OpenFile = (path) => oneFont(fontkit.create(readFileSync(path)));
  const own = new Map<FontFile, FontFace>();
  for (const font of [serif, serifBold, sans]) {
    const path = [join(fontFolder, font.file), join(fontFolder, font.inPackage, font.file)].find((it) =>
      existsSync(it),
    );
    if (!path) return fail('NOT_FOUND', { font: font.file });
    const opened = open(path);
    own.set(font, new FontFace(font.file, () => opened, false));
  }
  const found = findFonts(others.operatorFolder, [fontFolder, ...(others.systemFolders ?? [])]);
  const foreign = foreignFaces(open);
  const after = [...new Set([...found.rare, ...found.ofOperator])].map(foreign);
  const fangsong = found.fangsong.map(foreign);
  const chain = (...files: FontFile[]) => [...files.flatMap((file) => own.get(file) ?? []), ...after];
  const song = chain(serif, sans);
  return done({
    faces: [...new Set([...own.values(), ...fangsong, ...after])],
    chains: { song, 'song-bold': chain(serifBold, serif, sans), hei: chain(sans, serif), fang: [...fangsong, ...song] },
  });
}

/** One face a file; the number tells files of one name apart. */
function foreignFaces(open: OpenFile): (path: string) => FontFace {
  const faces = new Map<string, FontFace>();
  return (path) => {
    const face = faces.get(path) ?? new FontFace(`${basename(path)} ${faces.size}`, () => openOrNone(open, path), true);
    faces.set(path, face);
    return face;
  };
}

/** A file that the operator put there and that is no font must not keep papers from printing that do not need it. */
function openOrNone(open: OpenFile, path: string): Font | null {
  try {
    return open(path);
  } catch {
    return null;
  }
}

/** A collection holds the forms of several countries: the mainland's when there are any. */
function oneFont(opened: Font | FontCollection): Font {
  if (!('fonts' in opened)) return opened;
  const font = opened.fonts.find(({ postscriptName }) => /SC-/.test(postscriptName)) ?? opened.fonts[0];
  if (!font) throw new Error('the collection is empty');
  return font;
}
