import type { FormLayer } from '../../../shared/domain/form.ts';
import { drawGauge } from './draw-gauge.ts';
import { drawQr } from './draw-qr.ts';
import { drawTable } from './draw-table.ts';
import type { Area, Drawing, RectDrawing } from './drawing.ts';
import { expandBoxes, type PlainBox } from './expand-grid.ts';
import { breakToPages } from './flow-cursor.ts';
import { widthEm } from './font-runs.ts';
import { imageBytes } from './image-bytes.ts';
import { mmOf } from './millimetres.ts';
import { isFilled, readValue } from './read-value.ts';
import { type BoxOrigin, drawWords, type PageFacts, type Sheet } from './sheet.ts';
import { resolveStyle } from './text-style.ts';
import { fieldWords, fillTemplate } from './value-words.ts';

type Box<K extends PlainBox['kind']> = Extract<PlainBox, { kind: K }>;
type Draw<K extends PlainBox['kind']> = (box: Box<K>, area: Area, sheet: Sheet, page: PageFacts) => Drawing[];

/** Draws fixed boxes moved by (dx, dy); a box whose `when` field is empty stays away. */
export function drawBoxes(
  boxes: Parameters<typeof expandBoxes>[0],
  dx: number,
  dy: number,
  sheet: Sheet,
  page: PageFacts,
): Drawing[] {
  return expandBoxes(boxes)
    .filter((box) => box.when === undefined || isFilled(readValue(sheet.input, box.when)))
    .flatMap((box) => drawBox(box, { x: box.x + dx, y: box.y + dy, w: box.w, h: box.h }, sheet, page));
}

function drawBox<K extends PlainBox['kind']>(box: Box<K>, area: Area, sheet: Sheet, page: PageFacts): Drawing[] {
  const draw: Draw<K> = drawKinds[box.kind as K];
  return draw(box, area, sheet, page);
}

const drawKinds: { readonly [K in PlainBox['kind']]: Draw<K> } = {
  text: (box, area, sheet, page) => {
    const words = fillTemplate(box.text, ({ path }) => pageWords(path, page));
    return drawWords(sheet, words, area, resolveStyle(sheet.form, box), originOf(box, 'form', box.id));
  },
  value: (box, area, sheet) => {
    const words = fieldWords(sheet.form.fields, sheet.input, { path: box.field, format: box.format });
    return drawWords(sheet, words, area, resolveStyle(sheet.form, box), originOf(box, 'value', box.field));
  },
  paragraph: (box, area, sheet) => {
    const words = fillTemplate(box.text, (hole) => fieldWords(sheet.form.fields, sheet.input, hole));
    const style = resolveStyle(sheet.form, box, { align: 'justify', wrap: 'first', valign: 'top', paddingMm: 0 });
    return drawWords(sheet, words, area, style, originOf(box, 'form', box.id));
  },
  line: (box, area) => {
    const line = { fromXmm: area.x, fromYmm: area.y, toXmm: area.x + box.w, toYmm: area.y + box.h };
    return [{ kind: 'line', ...originOf(box, 'form', box.id), ...line, strokeMm: box.strokeMm, dashMm: box.dashMm }];
  },
  rect: (box, area) => {
    const frame = rectangle(box, area, 'form', box);
    if (box.innerMm === undefined) return [frame];
    const d = box.innerMm;
    const inner = { x: area.x + d, y: area.y + d, w: area.w - 2 * d, h: area.h - 2 * d };
    return [frame, rectangle(box, inner, 'form', { strokeMm: box.strokeMm / 3 })];
  },
  photo: (box, area, sheet) => {
    const frame = box.frame ? [rectangle(box, area, 'form', { strokeMm: 0.2 })] : [];
    const value = readValue(sheet.input, box.field);
    if (!isFilled(value)) return frame;
    const place = { xMm: area.x, yMm: area.y, widthMm: area.w, heightMm: area.h };
    return [...frame, { kind: 'image', layer: 'value', boxId: box.id, ...place, bytes: imageBytes(value) }];
  },
  qr: drawQr,
  gauge: drawGauge,
  signature: (box, area, sheet) => {
    const style = { ...resolveStyle(sheet.form, box), align: 'left', valign: 'bottom', paddingMm: 0 } as const;
    const label = drawWords(sheet, box.label, area, style, originOf(box, 'form', box.id));
    const fromXmm = area.x + mmOf(widthEm(box.label, sheet.fonts.chains[style.font]) * style.sizePt);
    const line = { fromXmm, fromYmm: area.y + area.h, toXmm: area.x + area.w, toYmm: area.y + area.h };
    return [...label, { kind: 'line', layer: box.layer ?? 'form', boxId: box.id, ...line, strokeMm: 0.15 }];
  },
  table: (box, area, sheet) => {
    const cursor = breakToPages(area, area);
    drawTable(box, cursor, sheet);
    if (cursor.pages.length > 1) sheet.problems.tooLong.add(box.field);
    return cursor.pages[0] ?? [];
  },
};

function originOf(box: PlainBox, usual: FormLayer, source: string): BoxOrigin {
  return { boxId: box.id, layer: box.layer ?? usual, source };
}

function rectangle(
  box: PlainBox,
  area: Area,
  usual: FormLayer,
  look: Pick<RectDrawing, 'strokeMm' | 'dashMm' | 'fillGrey'>,
): RectDrawing {
  const { strokeMm, dashMm, fillGrey } = look;
  const place = { xMm: area.x, yMm: area.y, widthMm: area.w, heightMm: area.h };
  return { kind: 'rect', layer: box.layer ?? usual, boxId: box.id, ...place, strokeMm, dashMm, fillGrey };
}

function pageWords(name: string, page: PageFacts): string {
  const words: Record<string, string> = { $page: String(page.number), $pages: String(page.count), $copy: page.copy };
  return words[name] ?? '';
}
