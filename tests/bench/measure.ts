/** `ms` as first asked; `bestMs` the fastest of a few, which is what the work takes when nothing else has the processor. */
export interface Time {
  readonly ms: number;
  readonly bestMs: number;
  readonly rows: number;
}

/** The time of `act`, which answers how many rows it read. */
export function timeOf(act: () => number, repeats: number): Time {
  let rows = 0;
  const times = Array.from({ length: repeats }, () => {
    const startedAt = performance.now();
    rows = act();
    return performance.now() - startedAt;
  });
  return { ms: times[0] ?? 0, bestMs: Math.min(...times), rows };
}

export interface Percentiles {
  readonly p25: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
}

/** Percentiles in milliseconds, to the microsecond. */
export function percentiles(times: readonly number[]): Percentiles {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) =>
    Number((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0).toFixed(3));
  return { p25: at(0.25), p50: at(0.5), p95: at(0.95), p99: at(0.99), max: at(1) };
}

/** What a row of measurements comes to. */
export function summary(times: readonly Time[]) {
  const rows = times.reduce((sum, time) => sum + time.rows, 0) / Math.max(1, times.length);
  return {
    count: times.length,
    first: percentiles(times.map(({ ms }) => ms)),
    best: percentiles(times.map(({ bestMs }) => bestMs)),
    rows: Number(rows.toFixed(1)),
  };
}

/** Milliseconds this thread has had a processor, which other work on the machine does not lengthen. */
export function threadCpuMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
