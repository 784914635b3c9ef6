import type { FlowBlock, FormInput } from '../../../shared/domain/form.ts';
import type { Area, Drawing } from './drawing.ts';
import { readRows } from './read-value.ts';
import { drawWords, type Sheet } from './sheet.ts';
import { type FullStyle, resolveStyle } from './text-style.ts';
import { valueWords } from './value-words.ts';

type Chart = Extract<FlowBlock, { kind: 'bar-chart' }>;

const AXIS_MM = 10;
const LABEL_MM = 6;
const HEAD_MM = 5;
const MIN_LABEL_MM = 6.5;
const GRID_LINES = 4;

/** Vertical bars over a scale from 0, with the value over a bar where there is room and every n-th label below. */
export function drawChart(chart: Chart, area: Area, sheet: Sheet): Drawing[] {
  const rows = readRows(sheet.input, chart.field);
  const plot = { x: area.x + AXIS_MM, y: area.y + HEAD_MM, w: area.w - AXIS_MM, h: area.h - HEAD_MM - LABEL_MM };
  const top = scaleTop(Math.max(1, ...rows.map((row) => amount(row, chart))));
  const style = resolveStyle(sheet.form, { sizePt: 7.5, shrinkToPt: 5, align: 'center', paddingMm: 0, wrap: 'never' });
  return [
    ...drawScale(chart, area, plot, top, style, sheet),
    ...rows.flatMap((row, i) => drawBar(i, row, rows, chart, plot, top, style, sheet)),
  ];
}

function amount(row: FormInput, chart: Chart): number {
  return Math.max(0, Number(row[chart.value] ?? 0));
}

/** The end of the scale: the first of 4, 8, 20, 40, 80, 200 … that holds the largest value, so each rule is a whole number. */
function scaleTop(largest: number): number {
  for (let power = 1; ; power *= 10) {
    const step = [1, 2, 5].find((it) => it * power * GRID_LINES >= largest);
    if (step) return step * power * GRID_LINES;
  }
}

function drawScale(chart: Chart, area: Area, plot: Area, top: number, style: FullStyle, sheet: Sheet): Drawing[] {
  const origin = { boxId: chart.id, layer: 'form', source: chart.field } as const;
  const unit = drawWords(
    sheet,
    chart.unit,
    { x: area.x, y: area.y, w: 30, h: HEAD_MM },
    { ...style, align: 'left' },
    origin,
  );
  const rules = Array.from({ length: GRID_LINES + 1 }, (_, index): Drawing[] => {
    const y = plot.y + plot.h * (1 - index / GRID_LINES);
    const line = { fromXmm: plot.x, fromYmm: y, toXmm: plot.x + plot.w, toYmm: y };
    const mark = drawWords(
      sheet,
      String((top * index) / GRID_LINES),
      { x: area.x, y: y - 2, w: AXIS_MM - 1.5, h: 4 },
      { ...style, align: 'right' },
      origin,
    );
    const look = index === 0 ? { strokeMm: 0.25 } : { strokeMm: 0.1, grey: 0.7 };
    return [{ kind: 'line', layer: 'form', boxId: chart.id, ...line, ...look }, ...mark];
  });
  return [...unit, ...rules.flat()];
}

function drawBar(
  index: number,
  row: FormInput,
  rows: readonly FormInput[],
  chart: Chart,
  plot: Area,
  top: number,
  style: FullStyle,
  sheet: Sheet,
): Drawing[] {
  const pitch = plot.w / rows.length;
  const width = Math.min(pitch * 0.62, 12);
  const x = plot.x + pitch * (index + 0.5) - width / 2;
  const height = (amount(row, chart) / top) * plot.h;
  const bottom = plot.y + plot.h;
  const origin = { boxId: chart.id, layer: 'value', source: `${chart.field}[${index}]` } as const;
  const every = Math.max(1, Math.ceil(MIN_LABEL_MM / pitch));
  const label = valueWords(row[chart.label], sheet.form.fields[`${chart.field}[].${chart.label}`], chart.labelFormat);
  const labelArea = {
    x: plot.x + pitch * (index + 0.5) - (pitch * every) / 2,
    y: bottom + 0.8,
    w: pitch * every,
    h: LABEL_MM - 1,
  };
  const drawings: Drawing[] = [
    {
      kind: 'rect',
      layer: 'form',
      boxId: chart.id,
      xMm: x,
      yMm: bottom - height,
      widthMm: width,
      heightMm: height,
      fillGrey: 0.45,
    },
  ];
  if (index % every === 0) drawings.push(...drawWords(sheet, label, labelArea, style, origin));
  if (amount(row, chart) > 0) {
    const over = { x: x - 3, y: bottom - height - 3.6, w: width + 6, h: 3.4 };
    drawings.push(...drawWords(sheet, String(amount(row, chart)), over, style, origin));
  }
  return height > 0 ? drawings : drawings.slice(1);
}
