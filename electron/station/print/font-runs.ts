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

interface Printable {
  readonly face: FontFace;
  readonly advanceEm: number;
}

/** What each chain knows of the characters met so far: papers use the same few hundred again and again. */
const met = new WeakMap<FontChain, Map<string, Printable | null>>();

function charactersMet(chain: FontChain): Map<string, Printable | null> {
  const known = met.get(chain);
  if (known) return known;
  const characters = new Map<string, Printable | null>();
  met.set(chain, characters);
  return characters;
}

/** Looks characters of one chain up; asked for once a text, because a text has many characters. */
function printableOf(chain: FontChain): (character: string) => Printable | null {
  const characters = charactersMet(chain);
  return (character) => {
    const known = characters.get(character);
    if (known !== undefined) return known;
    const found = findPrintable(character, chain);
    characters.set(character, found);
    return found;
  };
}

function findPrintable(character: string, chain: FontChain): Printable | null {
  if (unprintable.test(character)) return null;
  const codePoint = character.codePointAt(0) ?? 0;
  const face = chain.find((it) => it.has(codePoint));
  return face ? { face, advanceEm: face.advanceEm(codePoint) } : null;
}

/** The code points of `text` that no font of the chain draws, once each. Line feeds are not drawn and not missed. */
export function missingCodePoints(text: string, chain: FontChain): number[] {
  const printable = printableOf(chain);
  const missing = new Set<number>();
  for (const character of text) {
    if (character !== '\n' && !printable(character)) missing.add(character.codePointAt(0) ?? 0);
  }
  return [...missing];
}

/** Splits text where the font changes; characters that no font has are left out (the caller has refused them before). */
export function splitRuns(text: string, chain: FontChain): FontRun[] {
  const printable = printableOf(chain);
  const runs: { face: FontFace; text: string }[] = [];
  for (const character of text) {
    const face = printable(character)?.face;
    const last = runs.at(-1);
    if (last && last.face === face) last.text += character;
    else if (face) runs.push({ face, text: character });
  }
  return runs;
}

/** Width of the text in em, without letter spacing. */
export function widthEm(text: string, chain: FontChain): number {
  const printable = printableOf(chain);
  let width = 0;
  for (const character of text) width += printable(character)?.advanceEm ?? 1;
  return width;
}

/** Width of a run in em, without letter spacing. */
export function runWidthEm({ face, text }: FontRun): number {
  let width = 0;
  for (const character of text) width += face.advanceEm(character.codePointAt(0) ?? 0);
  return width;
}

/** Number of characters as a reader counts letter spacing: code points, not UTF-16 units. */
export function countCharacters(text: string): number {
  let count = 0;
  for (const _character of text) count += 1;
  return count;
}
