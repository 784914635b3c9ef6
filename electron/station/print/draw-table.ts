import type { FlowBlock, FormInput } from '../../../shared/domain/form.ts';
import type { Area, Drawing } from './drawing.ts';
import { fitText, wrapText } from './fit-text.ts';
import { type FlowCursor, makeRoom, putDown, roomLeft, turnPage } from './flow-cursor.ts';
import { mmOf } from './millimetres.ts';
import { readRows } from './read-value.ts';
import { drawWords, innerArea, type Sheet, verticalPadding } from './sheet.ts';
import { type FullStyle, resolveStyle } from './text-style.ts';
import { valueWords } from './value-words.ts';

/** What a fixed table and a flowing one have in common. */
export type Table = Omit<Extract<FlowBlock, { kind: 'table' }>, 'kind' | 'gapMm' | 'when'>;
type StyledColumn = Omit<Table['columns'][number], 'style'> & { readonly style: FullStyle };

/** A cell ready to draw. */
interface Cell {
  readonly words: string;
  readonly width: number;
  readonly style: FullStyle;
  readonly source: string;
}
interface Row {
  readonly cells: readonly Cell[];
  readonly height: number;
  readonly isHeader: boolean;
}

/** Draws a table from the cursor on: rows are never split, the header stands again on every page. */
export function drawTable(table: Table, cursor: FlowCursor, sheet: Sheet): void {
  const header = headerRow(table, sheet);
  const rows = bodyRows(table, sheet);
  makeRoom(cursor, header.height + (rows[0]?.height ?? 0));
  let part: Row[] = [header];
  let used = header.height;
  for (const row of rows) {
    if (used + row.height > roomLeft(cursor) + 1e-6 && part.length > 1) {
      putDown(cursor, drawRows(table, part, cursor, sheet), used);
      turnPage(cursor);
      part = [header];
      used = header.height;
    }
    if (used + row.height > roomLeft(cursor) + 1e-6) sheet.problems.tooLong.add(table.field);
    part.push(row);
    used += row.height;
  }
  putDown(cursor, drawRows(table, part, cursor, sheet), used);
}

function headerRow(table: Table, sheet: Sheet): Row {
  const kindStyle = { align: 'center', wrap: 'first' } as const;
  const cells = table.columns.map((column) => ({
    words: column.header,
    width: column.w,
    style: resolveStyle(sheet.form, { style: table.headerStyle }, kindStyle),
    source: `${table.id}.header`,
  }));
  return { cells, height: rowHeight(cells, table.headerMm, sheet), isHeader: true };
}

function bodyRows(table: Table, sheet: Sheet): Row[] {
  const columns = table.columns.map((column) => {
    const style = resolveStyle(sheet.form, { ...column, style: column.style ?? table.rowStyle }, { wrap: 'first' });
    return { ...column, style };
  });
  const rows: Row[] = readRows(sheet.input, table.field).map((row, index) => {
    const cells = columns.map((column) => bodyCell(table, column, row, index, sheet));
    return { cells, height: rowHeight(cells, table.rowMm, sheet), isHeader: false };
  });
  while (rows.length < table.minRows) rows.push({ cells: [], height: table.rowMm, isHeader: false });
  return rows;
}

function bodyCell(table: Table, column: StyledColumn, row: FormInput, index: number, sheet: Sheet): Cell {
  const source = `${table.field}[].${column.field}`;
  const words =
    column.field === '$row'
      ? String(index + 1)
      : valueWords(row[column.field], sheet.form.fields[source], column.format);
  return { words, width: column.w, style: column.style, source: `${table.field}[${index}].${column.field}` };
}

/** The height a row needs: the least one if its words fit by the style, or what they take broken into lines at full size. */
function rowHeight(cells: readonly Cell[], leastMm: number, sheet: Sheet): number {
  const heights = cells.map(({ words, width, style }) => {
    const chain = sheet.fonts.chains[style.font];
    const inner = innerArea({ x: 0, y: 0, w: width, h: leastMm }, style);
    if (fitText(words, chain, inner.w, inner.h, style)) return leastMm;
    return mmOf(wrapText(words, chain, inner.w, style, style.sizePt).heightPt) + 4 * verticalPadding(style);
  });
  return Math.max(leastMm, ...heights);
}

function drawRows(table: Table, rows: readonly Row[], cursor: FlowCursor, sheet: Sheet): Drawing[] {
  const left = cursor.region().x;
  const width = table.columns.reduce((sum, column) => sum + column.w, 0);
  const height = rows.reduce((sum, row) => sum + row.height, 0);
  const drawings: Drawing[] = [];
  let y = cursor.y;
  for (const row of rows) {
    drawings.push(...drawRow(table, row, { x: left, y, w: width, h: row.height }, sheet));
    y += row.height;
    if (y < cursor.y + height - 1e-6) drawings.push(rule(table, left, y, width, 0));
  }
  let x = left;
  for (const column of table.columns.slice(0, -1)) {
    x += column.w;
    drawings.push(rule(table, x, cursor.y, 0, height));
  }
  const frame = { xMm: left, yMm: cursor.y, widthMm: width, heightMm: height, strokeMm: table.frameMm };
  return [...drawings, { kind: 'rect', layer: 'form', boxId: table.id, ...frame }];
}

function drawRow(table: Table, row: Row, area: Area, sheet: Sheet): Drawing[] {
  let x = area.x;
  return row.cells.flatMap((cell) => {
    const cellArea = { ...area, x, w: cell.width };
    x += cell.width;
    const origin = { boxId: table.id, layer: row.isHeader ? 'form' : 'value', source: cell.source } as const;
    return drawWords(sheet, cell.words, cellArea, cell.style, origin);
  });
}

function rule(table: Table, x: number, y: number, w: number, h: number): Drawing {
  const line = { fromXmm: x, fromYmm: y, toXmm: x + w, toYmm: y + h };
  return { kind: 'line', layer: 'form', boxId: table.id, ...line, strokeMm: table.strokeMm, dashMm: table.dashMm };
}
