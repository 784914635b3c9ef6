import { breakLines } from './break-lines.ts';
import { countCharacters, widthEm } from './font-runs.ts';
import type { FontChain } from './font-shelf.ts';
import { POINTS_PER_MM } from './millimetres.ts';
import type { FullStyle } from './text-style.ts';

/** One line of text as it will stand; `closes` marks the last line of a paragraph, which is never stretched. */
export interface FittedLine {
  readonly text: string;
  readonly widthPt: number;
  readonly indentPt: number;
  readonly closes: boolean;
}
export interface FittedText {
  readonly sizePt: number;
  readonly lines: readonly FittedLine[];
  readonly heightPt: number;
}

const STEP_PT = 0.5;

/** Lines of the text at one size, however many they are. */
export function wrapText(
  text: string,
  chain: FontChain,
  widthMm: number,
  style: FullStyle,
  sizePt: number,
): FittedText {
  const spacingEm = style.letterSpacingPt / sizePt;
  const measure = { widthEm: (widthMm * POINTS_PER_MM) / sizePt, indentEm: style.indentEm, spacingEm, chain };
  const lines = text.split('\n').flatMap((paragraph) => {
    const broken = breakLines(paragraph, measure);
    return broken.map((line, index) => ({
      text: line,
      widthPt: lineWidthPt(line, chain, style, sizePt),
      indentPt: index === 0 ? style.indentEm * sizePt : 0,
      closes: index === broken.length - 1,
    }));
  });
  return { sizePt, lines, heightPt: sizePt * (1 + (lines.length - 1) * style.lineHeight) };
}

function lineWidthPt(line: string, chain: FontChain, style: FullStyle, sizePt: number): number {
  const shown = line.trimEnd();
  return widthEm(shown, chain) * sizePt + Math.max(0, countCharacters(shown) - 1) * style.letterSpacingPt;
}

function sizesDown(style: FullStyle): number[] {
  const sizes: number[] = [];
  for (let size = style.sizePt; size > style.shrinkToPt; size -= STEP_PT) sizes.push(size);
  return [...sizes, style.shrinkToPt];
}

/**
 * Fits text into a box of the given inner size by the style's rule (shrink, then wrap, or wrap, then shrink).
 * Answers null when it fits in no way that the form allows.
 */
export function fitText(
  text: string,
  chain: FontChain,
  widthMm: number,
  heightMm: number,
  style: FullStyle,
): FittedText | null {
  const widthPt = widthMm * POINTS_PER_MM + 1e-6;
  const heightPt = heightMm * POINTS_PER_MM + 1e-6;
  const fits = (fitted: FittedText) =>
    fitted.heightPt <= heightPt && fitted.lines.every((line) => line.widthPt + line.indentPt <= widthPt);
  const sizes = sizesDown(style);
  if (style.wrap !== 'first') {
    for (const sizePt of sizes) {
      const line = {
        text,
        widthPt: lineWidthPt(text, chain, style, sizePt),
        indentPt: style.indentEm * sizePt,
        closes: true,
      };
      const single = { sizePt, lines: [line], heightPt: sizePt };
      if (!text.includes('\n') && fits(single)) return single;
    }
  }
  if (style.wrap === 'never') return null;
  for (const sizePt of sizes) {
    const wrapped = wrapText(text, chain, widthMm, style, sizePt);
    if (fits(wrapped)) return wrapped;
  }
  return null;
}
