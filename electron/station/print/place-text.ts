import type { FormLayer } from '../../../shared/domain/form.ts';
import type { Area, TextDrawing } from './drawing.ts';
import type { FittedLine, FittedText } from './fit-text.ts';
import { countCharacters, runWidthEm, splitRuns } from './font-runs.ts';
import type { FontChain } from './font-shelf.ts';
import { mmOf, POINTS_PER_MM } from './millimetres.ts';
import type { FullStyle } from './text-style.ts';

/** Where the body of a Chinese character stands over the baseline, in em (the ideographic em box of the Noto fonts). */
export const BODY_ASCENT_EM = 0.88;
/** More than this between two characters reads as a space, so such a line is left ragged. */
const MAX_STRETCH_EM = 0.08;

export interface TextOrigin {
  readonly boxId: string;
  readonly layer: FormLayer;
  readonly style: FullStyle;
  readonly chain: FontChain;
}

/** Places fitted lines inside an area, by the style's alignment. */
export function placeText(fitted: FittedText, area: Area, origin: TextOrigin): TextDrawing[] {
  const { style } = origin;
  const freeMm = area.h - mmOf(fitted.heightPt);
  const topMm = area.y + freeMm * { top: 0, middle: 0.5, bottom: 1 }[style.valign];
  return fitted.lines.flatMap((line, index) => {
    const bodyTopMm = topMm + mmOf(index * fitted.sizePt * style.lineHeight);
    return placeLine(line, fitted.sizePt, { ...area, y: bodyTopMm }, origin);
  });
}

/** Places one line whose character bodies begin at the top of the area. */
export function placeLine(line: FittedLine, sizePt: number, area: Area, origin: TextOrigin): TextDrawing[] {
  const { startPt, spacingPt } = alignLine(line, area.w * POINTS_PER_MM, sizePt, origin.style);
  const baselineMm = area.y + mmOf(sizePt * BODY_ASCENT_EM);
  let xPt = area.x * POINTS_PER_MM + startPt;
  return splitRuns(line.text.trimEnd(), origin.chain).map((run) => {
    const { face, text } = run;
    const drawing: TextDrawing = {
      kind: 'text',
      layer: origin.layer,
      boxId: origin.boxId,
      text,
      face,
      xMm: mmOf(xPt),
      baselineMm,
      sizePt,
      spacingPt,
      grey: origin.style.grey,
    };
    xPt += runWidthEm(run) * sizePt + countCharacters(text) * spacingPt;
    return drawing;
  });
}

function alignLine(line: FittedLine, widthPt: number, sizePt: number, style: FullStyle) {
  const freePt = widthPt - line.widthPt - line.indentPt;
  const gaps = countCharacters(line.text.trimEnd()) - 1;
  const ragged = { startPt: line.indentPt, spacingPt: style.letterSpacingPt };
  switch (style.align) {
    case 'left':
      return ragged;
    case 'center':
      return { startPt: line.indentPt + freePt / 2, spacingPt: style.letterSpacingPt };
    case 'right':
      return { startPt: line.indentPt + freePt, spacingPt: style.letterSpacingPt };
    case 'justify': {
      const stretches = !line.closes && gaps > 0 && freePt / gaps <= MAX_STRETCH_EM * sizePt;
      return stretches ? { ...ragged, spacingPt: style.letterSpacingPt + freePt / gaps } : ragged;
    }
    case 'distribute':
      if (gaps < 1) return { startPt: freePt / 2, spacingPt: 0 };
      return { startPt: 0, spacingPt: style.letterSpacingPt + freePt / gaps };
  }
}
