import type { Form, FormInput, FormLayer } from '../../../shared/domain/form.ts';
import type { Area, Drawing } from './drawing.ts';
import { fitText } from './fit-text.ts';
import { missingCodePoints } from './font-runs.ts';
import type { FontShelf } from './font-shelf.ts';
import { placeText } from './place-text.ts';
import type { FullStyle } from './text-style.ts';

/** Characters that no font has, and words that do not fit, found while a paper was laid out. */
export interface LayoutProblems {
  /** Code points by the input field (or the box) that holds them. */
  readonly missing: Map<string, Set<number>>;
  readonly tooLong: Set<string>;
}

/** What the layout of one paper works with. */
export interface Sheet {
  readonly form: Form;
  readonly input: FormInput;
  readonly fonts: FontShelf;
  readonly problems: LayoutProblems;
}

/** What the fixed boxes say about the page they stand on. */
export interface PageFacts {
  readonly number: number;
  readonly count: number;
  readonly copy: string;
}

/** A box's identity while it is drawn: `source` is the field named when its words cause a problem. */
export interface BoxOrigin {
  readonly boxId: string;
  readonly layer: FormLayer;
  readonly source: string;
}

/** Notes the characters of `text` that cannot be printed. */
export function noteMissing(sheet: Sheet, text: string, style: FullStyle, source: string): void {
  const codePoints = missingCodePoints(text, sheet.fonts.chains[style.font]);
  if (codePoints.length === 0) return;
  const known = sheet.problems.missing.get(source) ?? new Set();
  sheet.problems.missing.set(source, new Set([...known, ...codePoints]));
}

/** Space above and below the words of a box: a side padding that moves words away from a rule does not make it taller. */
export function verticalPadding(style: FullStyle): number {
  return Math.min(style.paddingMm, 1.5) / 2;
}

/** The area inside a box's padding. */
export function innerArea(area: Area, style: FullStyle): Area {
  const side = Math.min(style.paddingMm, area.w / 2);
  const above = Math.min(verticalPadding(style), area.h / 2);
  return { x: area.x + side, y: area.y + above, w: area.w - 2 * side, h: area.h - 2 * above };
}

/** Fits and places words in an area; what cannot be printed is noted as a problem and nothing is drawn. */
export function drawWords(sheet: Sheet, text: string, area: Area, style: FullStyle, origin: BoxOrigin): Drawing[] {
  if (text === '') return [];
  noteMissing(sheet, text, style, origin.source);
  const chain = sheet.fonts.chains[style.font];
  const inner = innerArea(area, style);
  const fitted = fitText(text, chain, inner.w, inner.h, style);
  if (!fitted) {
    sheet.problems.tooLong.add(origin.source);
    return [];
  }
  return placeText(fitted, inner, { boxId: origin.boxId, layer: origin.layer, style, chain });
}
