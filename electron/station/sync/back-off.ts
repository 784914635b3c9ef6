const firstMs = 1000;
const longestMs = 60_000;

/**
 * How long to wait after so many failures in a row: 1 s doubled each time up to 60 s, of which a random part up to half is left out, so
 * that the stations of a city do not all come back at once. `random` gives numbers from 0 to below 1.
 */
export function backOffMs(failures: number, random: () => number): number {
  const full = Math.min(longestMs, firstMs * 2 ** Math.max(0, failures - 1));
  return Math.round(full * (1 - random() / 2));
}
