/** A point of a sheet in millimetres from the paper's top-left corner. */
export interface SheetPoint {
  readonly xMm: number;
  readonly yMm: number;
}

/** A cross of the test sheet and the place where it belongs. */
export interface Cross extends SheetPoint {
  /** What is printed beside it, from 1 on. */
  readonly number: number;
}

/** From the paper's edge to the first crosses: beyond what any counter printer leaves blank, and clear of the rulers. */
const INSET_MM = 20;
const GRID_MM = 5;

/**
 * The crosses of the test sheet for a page: six, three along the long edge and two along the short one, on whole
 * fives so that a reading is quickly compared. Six crosses read in both directions are seven readings more than the
 * five unknowns of a sheet, enough to tell which single reading is wrong.
 */
export function crossesOf(page: { readonly widthMm: number; readonly heightMm: number }): Cross[] {
  const isWide = page.widthMm >= page.heightMm;
  const columns = stops(page.widthMm, isWide);
  const rows = stops(page.heightMm, !isWide);
  return rows.flatMap((yMm, row) =>
    columns.map((xMm, column) => ({ number: row * columns.length + column + 1, xMm, yMm })),
  );
}

function stops(lengthMm: number, hasMiddle: boolean): number[] {
  const last = Math.floor((lengthMm - INSET_MM) / GRID_MM) * GRID_MM;
  const middle = Math.round((INSET_MM + last) / 2 / GRID_MM) * GRID_MM;
  return hasMiddle ? [INSET_MM, middle, last] : [INSET_MM, last];
}
