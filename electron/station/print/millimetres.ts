/** Points in a millimetre: forms measure in millimetres, PDF in points. */
export const POINTS_PER_MM = 72 / 25.4;

/** Millimetres of a length in points. */
export function mmOf(points: number): number {
  return points / POINTS_PER_MM;
}
