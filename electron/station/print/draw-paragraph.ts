import type { Drawing } from './drawing.ts';
import { wrapText } from './fit-text.ts';
import { type FlowCursor, putDown, roomLeft, turnPage } from './flow-cursor.ts';
import { mmOf } from './millimetres.ts';
import { placeLine } from './place-text.ts';
import { noteMissing, type Sheet } from './sheet.ts';
import { resolveStyle, type Styled } from './text-style.ts';

const kindStyle = { align: 'justify', lineHeight: 1.6 } as const;

/** Sets a paragraph line by line; it goes on to the next page where the region ends. */
export function putParagraph(
  words: string,
  block: Styled & { id: string },
  source: string,
  cursor: FlowCursor,
  sheet: Sheet,
): void {
  const { style, lines, sizePt, pitchMm } = setParagraph(words, block, cursor, sheet);
  noteMissing(sheet, words, style, source);
  const origin = { boxId: block.id, layer: 'form', style, chain: sheet.fonts.chains[style.font] } as const;
  // Half of the space between lines stands above each line and half below, so paragraphs and tables keep their distance.
  const leadMm = (pitchMm - mmOf(sizePt)) / 2;
  for (const line of lines) {
    if (roomLeft(cursor) + 1e-6 < pitchMm) turnPage(cursor);
    const { x, w } = cursor.region();
    const drawings: Drawing[] = placeLine(line, sizePt, { x, y: cursor.y + leadMm, w, h: pitchMm }, origin);
    putDown(cursor, drawings, pitchMm);
  }
}

/** Height of the whole paragraph, were it set on one page. */
export function paragraphHeight(words: string, block: Styled, cursor: FlowCursor, sheet: Sheet): number {
  const { lines, pitchMm } = setParagraph(words, block, cursor, sheet);
  return lines.length * pitchMm;
}

function setParagraph(words: string, block: Styled, cursor: FlowCursor, sheet: Sheet) {
  const style = resolveStyle(sheet.form, block, kindStyle);
  const { lines, sizePt } = wrapText(words, sheet.fonts.chains[style.font], cursor.region().w, style, style.sizePt);
  return { style, lines, sizePt, pitchMm: mmOf(sizePt * style.lineHeight) };
}
