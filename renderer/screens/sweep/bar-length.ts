/** Length of a bar from 0 to 100 on a logarithmic scale: one fault is still seen beside a hundred thousand. */
export function logarithmicLength(count: number, most: number): number {
  if (count <= 0 || most <= 0) return 0;
  return Math.round((Math.log10(count + 1) / Math.log10(most + 1)) * 1000) / 10;
}

/** Length of a bar from 0 to 100; never so short that nothing is seen. */
export function linearLength(count: number, most: number): number {
  if (count <= 0 || most <= 0) return 0;
  return Math.max(1, Math.round((count / most) * 1000) / 10);
}
