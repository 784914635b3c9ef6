/** One equation of a linear fit: Σ coefficients × unknowns ≈ value. */
export interface Equation {
  readonly coefficients: readonly number[];
  readonly value: number;
}

/** Below this share of its column a pivot is rounding error: the equations leave that unknown open. */
const SMALLEST_PIVOT = 1e-9;

/**
 * The unknowns that leave the least sum of squared errors; null when the equations do not settle every one of them.
 * All equations have as many coefficients as the first.
 */
export function leastSquares(equations: readonly Equation[]): number[] | null {
  const count = equations[0]?.coefficients.length ?? 0;
  const at = ({ coefficients }: Equation, index: number) => coefficients[index] ?? 0;
  const rows = Array.from({ length: count }, (_, row) => [
    ...Array.from({ length: count }, (_each, column) => sum(equations, (it) => at(it, row) * at(it, column))),
    sum(equations, (it) => at(it, row) * it.value),
  ]);
  return solve(rows);
}

function sum(equations: readonly Equation[], term: (equation: Equation) => number): number {
  return equations.reduce((total, equation) => total + term(equation), 0);
}

/** Gauss–Jordan elimination with row pivots; each row ends with its right-hand side. */
function solve(rows: number[][]): number[] | null {
  const scales = rows.map((row, index) => Math.abs(row[index] ?? 0));
  for (let column = 0; column < rows.length; column += 1) {
    const pivotRow = largestBelow(rows, column);
    const pivot = rows[pivotRow]?.[column] ?? 0;
    if (Math.abs(pivot) <= SMALLEST_PIVOT * (scales[column] ?? 0)) return null;
    swap(rows, column, pivotRow);
    for (let row = 0; row < rows.length; row += 1) if (row !== column) subtract(rows, row, column);
  }
  return rows.map((row, index) => (row.at(-1) ?? 0) / (row[index] ?? 1));
}

function largestBelow(rows: readonly (readonly number[])[], column: number): number {
  let best = column;
  for (let row = column; row < rows.length; row += 1)
    if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[best]?.[column] ?? 0)) best = row;
  return best;
}

function swap(rows: number[][], one: number, other: number): void {
  const [first, second] = [rows[one], rows[other]];
  if (!first || !second) return;
  rows[one] = second;
  rows[other] = first;
}

/** Makes the entry of `row` in `column` zero with a multiple of the row that has the column's pivot. */
function subtract(rows: number[][], row: number, column: number): void {
  const [target, source] = [rows[row], rows[column]];
  if (!target || !source) return;
  const factor = (target[column] ?? 0) / (source[column] ?? 1);
  rows[row] = target.map((value, index) => value - factor * (source[index] ?? 0));
}
