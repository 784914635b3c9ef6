import type { FontFace } from './font-face.ts';
import type { FontChain } from './font-shelf.ts';

/** Neighbouring characters drawn with one font. */
export interface FontRun {
  readonly face: FontFace;
  readonly text: string;
}

/**
 * Control, format, private-use and combining characters are refused even when a font has a glyph for them: the first two
 * are invisible, a private-use glyph is another font maker's character, a mark would stand beside its letter.
 */
const unprintable = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{M}]/u;

function faceOf(character: string, chain: FontChain): FontFace | undefined {
  if (unprintable.test(character)) return undefined;
  const codePoint = character.codePointAt(0) ?? 0;
  return chain.find((face) => face.has(codePoint));
}

/** The code points of `text` that no font of the chain draws, once each. Line feeds are not drawn and not missed. */
export function missingCodePoints(text: string, chain: FontChain): number[] {
  const missing = new Set<number>();
  for (const character of text) {
    if (character !== '\n' && !faceOf(character, chain)) missing.add(character.codePointAt(0) ?? 0);
  }
  return [...missing];
}

/** Splits text where the font changes; characters that no font has are left out (the caller has refused them before). */
export function splitRuns(text: string, chain: FontChain): FontRun[] {
  const runs: { face: FontFace; text: string }[] = [];
  for (const character of text) {
    const face = faceOf(character, chain);
    const last = runs.at(-1);
    if (last && last.face === face) last.text += character;
    else if (face) runs.push({ face, text: character });
  }
  return runs;
}

/** Width of the text in em, without letter spacing. */
export function widthEm(text: string, chain: FontChain): number {
  let width = 0;
  for (const character of text) width += faceOf(character, chain)?.advanceEm(character.codePointAt(0) ?? 0) ?? 1;
  return width;
}

/** Number of characters as a reader counts letter spacing: code points, not UTF-16 units. */
export function countCharacters(text: string): number {
  return Array.from(text).length;
}
