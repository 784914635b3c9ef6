import { countCharacters, widthEm } from './font-runs.ts';
import type { FontChain } from './font-shelf.ts';

/** Chinese line-breaking rules (禁则): these may not begin a line … */
const neverFirst = new Set('，。、；：？！）》」』】〕〉”’…·％,.;:?!)]}%');
/** … and these may not end one. */
const neverLast = new Set('（《「『【〔〈“‘([{￥');
/**
 * Latin words and numbers stay whole, a number with what it counts: a citizen number is never torn apart while it fits on a line, and neither
 * 21日 nor 501室 is.
 */
const words = /[\p{Script=Latin}\p{Nd}!-~]*\p{Nd}[年月日时分岁号楼室户人张页]|[\p{Script=Latin}\p{Nd}!-~]+|[\s\S]/gu;

/** Pieces a line may end after. */
function unbreakablePieces(text: string): string[] {
  const pieces: string[] = [];
  let opening = '';
  for (const [word] of text.matchAll(words)) {
    const last = pieces.at(-1);
    if (neverLast.has(word)) opening += word;
    else if (!opening && last !== undefined && neverFirst.has(word)) pieces[pieces.length - 1] = last + word;
    else {
      pieces.push(opening + word);
      opening = '';
    }
  }
  if (opening) pieces.push(opening);
  return pieces;
}

/** Widths in em: a line, the first line's indent, and the space after each character. */
export interface LineMeasure {
  readonly widthEm: number;
  readonly indentEm: number;
  readonly spacingEm: number;
  readonly chain: FontChain;
}

/** Breaks one paragraph into lines no wider than the measure. Every character of the text stands in exactly one line. */
export function breakLines(text: string, measure: LineMeasure): string[] {
  const lines: string[] = [];
  let line = '';
  let used = measure.indentEm;
  const take = (piece: string, width: number) => {
    line += piece;
    used += width;
  };
  const finish = () => {
    lines.push(line);
    line = '';
    used = 0;
  };
  const widthOf = (piece: string) => widthEm(piece, measure.chain) + countCharacters(piece) * measure.spacingEm;
  for (const piece of unbreakablePieces(text)) {
    const width = widthOf(piece);
    const fits = used + width <= measure.widthEm + measure.spacingEm + 1e-6;
    if (fits || (piece === ' ' && line)) {
      take(piece, width);
      continue;
    }
    if (line) finish();
    if (width <= measure.widthEm + measure.spacingEm) take(piece, width);
    else {
      for (const character of piece) {
        const step = widthOf(character);
        if (line && used + step > measure.widthEm + 1e-6) finish();
        take(character, step);
      }
    }
  }
  finish();
  return lines;
}
