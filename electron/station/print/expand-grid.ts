import type { FormBox } from '../../../shared/domain/form.ts';

type Grid = Extract<FormBox, { kind: 'grid' }>;
/** A box that is drawn as it stands. */
export type PlainBox = Exclude<FormBox, { kind: 'grid' }>;

/** Replaces every grid by its frame, rules, labels and values; other boxes stay. */
export function expandBoxes(boxes: readonly FormBox[]): PlainBox[] {
  return boxes.flatMap((box) => (box.kind === 'grid' ? expandGrid(box) : [box]));
}

/** Height of a grid: the sum of its rows. */
export function gridHeight(grid: Grid): number {
  return grid.rows.reduce((sum, row) => sum + row.h, 0);
}

function expandGrid(grid: Grid): PlainBox[] {
  const place = { layer: grid.layer, on: grid.on, when: grid.when };
  const ruled = { ...place, strokeMm: grid.strokeMm, dashMm: grid.dashMm };
  const frame: PlainBox = {
    ...place,
    kind: 'rect',
    id: `${grid.id}-frame`,
    x: grid.x,
    y: grid.y,
    w: grid.w,
    h: gridHeight(grid),
    strokeMm: grid.frameMm,
  };
  const boxes: PlainBox[] = [frame];
  let y = grid.y;
  grid.rows.forEach((row, rowIndex) => {
    if (rowIndex > 0)
      boxes.push({ ...ruled, kind: 'line', id: `${grid.id}-r${rowIndex}`, x: grid.x, y, w: grid.w, h: 0 });
    let x = grid.x;
    row.cells.forEach((cell, cellIndex) => {
      const id = `${grid.id}-r${rowIndex + 1}-c${cellIndex + 1}`;
      if (cellIndex > 0) boxes.push({ ...ruled, kind: 'line', id: `${id}-rule`, x, y, w: 0, h: row.h });
      const { text, field, w, format, ...style } = cell;
      const area = { ...place, ...style, id, x, y, w, h: row.h };
      if (field !== undefined)
        boxes.push({ ...area, kind: 'value', field, format, style: cell.style ?? grid.valueStyle });
      else if (text !== undefined) boxes.push({ ...area, kind: 'text', text, style: cell.style ?? grid.labelStyle });
      x += w;
    });
    y += row.h;
  });
  return boxes;
}
