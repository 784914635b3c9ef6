/** A line of the benchmark: what ours does, what does the same beside it in the same run, and what was aimed at. */
export interface Row {
  readonly name: string;
  readonly unit: string;
  /** The best of the rounds, which other work on the machine disturbs least, and the one in the middle. */
  readonly best: number;
  readonly median: number;
  /** The same of what stands beside, and how many times as fast ours is (by the best rounds, and by the middle ones). */
  readonly beside: Readonly<Record<string, { best: number; median: number; ratioBest: number; ratioMedian: number }>>;
  readonly target: string;
  readonly more?: Readonly<Record<string, number | string>>;
}

interface Measured {
  readonly name: string;
  readonly unit: string;
  readonly target: string;
  /** A figure a round, more is better. */
  readonly ours: readonly number[];
  readonly beside: Readonly<Record<string, readonly number[]>>;
  readonly more?: Readonly<Record<string, number | string>>;
}

function medianOf(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

/** Sums rounds up, and shows the row at once: a whole run takes minutes. */
export function rowOf({ ours, beside, ...rest }: Measured): Row {
  const [best, median] = [Math.max(...ours), medianOf(ours)];
  const others = Object.entries(beside).map(([name, values]) => {
    const [theirBest, theirMedian] = [Math.max(...values), medianOf(values)];
    const ratio = (a: number, b: number) => Number((a / b).toFixed(2));
    return [
      name,
      {
        ...{ best: Math.round(theirBest), median: Math.round(theirMedian) },
        ...{ ratioBest: ratio(best, theirBest), ratioMedian: ratio(median, theirMedian) },
      },
    ] as const;
  });
  const row = { ...rest, best: Math.round(best), median: Math.round(median), beside: Object.fromEntries(others) };
  console.error(JSON.stringify(row));
  return row;
}
