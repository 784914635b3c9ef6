import type { FormBox, TextStyle } from '../../../shared/domain/form.ts';
import { type Cross, crossesOf } from '../../../shared/domain/test-sheet.ts';
import type { Area, Drawing, LineDrawing } from './drawing.ts';
import { drawWords, type Sheet } from './sheet.ts';
import { resolveStyle } from './text-style.ts';

type GaugeBox = Extract<FormBox, { kind: 'gauge' }>;

/** Rulers stand this far inside the edge, where every printer prints; between them and the corner nothing crosses. */
const RULER_INSET_MM = 7;
const RULER_START_MM = 15;
const ARM_MM = 4;
const STROKE_MM = 0.1;
const small: TextStyle = { font: 'hei', sizePt: 6, paddingMm: 0, wrap: 'never', valign: 'top' };

/** Draws the rulers and crosses of a test sheet, each cross with its number and the place where it belongs. */
export function drawGauge(box: GaugeBox, area: Area, sheet: Sheet): Drawing[] {
  const draw = { sheet, area, layer: box.layer ?? ('form' as const), boxId: box.id };
  const crosses = crossesOf({ widthMm: area.w, heightMm: area.h });
  return [
    ...ruler(draw, 'x', area.w),
    ...ruler(draw, 'y', area.h),
    ...crosses.flatMap((cross) => drawCross(draw, cross)),
  ];
}

interface Gauge {
  readonly sheet: Sheet;
  readonly area: Area;
  readonly layer: 'form' | 'value';
  readonly boxId: string;
}

function ruler(gauge: Gauge, axis: 'x' | 'y', lengthMm: number): Drawing[] {
  const count = Math.floor(lengthMm - RULER_START_MM) - RULER_START_MM + 1;
  return Array.from({ length: Math.max(0, count) }, (_, index) => RULER_START_MM + index).flatMap((mm) => {
    const longMm = tickLength(mm);
    const end = RULER_INSET_MM + longMm;
    const tick = axis === 'x' ? line(gauge, mm, RULER_INSET_MM, 0, longMm) : line(gauge, RULER_INSET_MM, mm, longMm, 0);
    if (mm % 10 !== 0) return [tick];
    const place = axis === 'x' ? { x: mm - 5, y: end + 0.4, w: 10, h: 3 } : { x: end + 0.6, y: mm - 1.1, w: 7, h: 3 };
    return [tick, ...words(gauge, String(mm), place, { ...small, align: axis === 'x' ? 'center' : 'left' })];
  });
}

function tickLength(mm: number): number {
  if (mm % 10 === 0) return 3;
  return mm % 5 === 0 ? 2 : 1.2;
}

function drawCross(gauge: Gauge, { number, xMm, yMm }: Cross): Drawing[] {
  const label = { x: xMm + 1, y: yMm + 0.8, w: 5, h: 4 };
  return [
    line(gauge, xMm - ARM_MM, yMm, 2 * ARM_MM, 0),
    line(gauge, xMm, yMm - ARM_MM, 0, 2 * ARM_MM),
    ...words(gauge, String(number), label, { ...small, sizePt: 9 }),
    ...words(gauge, `${xMm} / ${yMm}`, { x: xMm + 1, y: yMm + 4.6, w: 14, h: 3 }, small),
  ];
}

function line({ area, layer, boxId }: Gauge, x: number, y: number, w: number, h: number): LineDrawing {
  const from = { fromXmm: area.x + x, fromYmm: area.y + y };
  return { kind: 'line', layer, boxId, ...from, toXmm: from.fromXmm + w, toYmm: from.fromYmm + h, strokeMm: STROKE_MM };
}

function words({ sheet, area, layer, boxId }: Gauge, text: string, place: Area, style: TextStyle): Drawing[] {
  const here = { ...place, x: area.x + place.x, y: area.y + place.y };
  return drawWords(sheet, text, here, resolveStyle(sheet.form, style), { boxId, layer, source: boxId });
}
