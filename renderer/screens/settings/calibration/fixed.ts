/** A number with so many decimals, never a minus before nothing. */
export function fixed(value: number, decimals: number): string {
  const shown = value.toFixed(decimals);
  return Number(shown) === 0 ? shown.replace('-', '') : shown;
}
