import type { Database } from '../../../electron/station/store/database.ts';
import { type Percentiles, percentiles, threadCpuMs } from '../measure.ts';

const everyMs = 10;
const mb = () => process.memoryUsage.rss() / 1_048_576;

/** What some work of a service took, and what others noticed of it. */
export interface Watched {
  readonly ms: number;
  /** Of the service's one thread. */
  readonly cpuMs: number;
  /** How long after it was asked for a commit beside was done. */
  readonly commitMs: Percentiles;
  /** The longest the service was at one thing, by the processor's time. */
  readonly holdMs: Percentiles;
  readonly peakMb: number;
}

/** Looks in every few milliseconds until `work` is over; `beside` it asks for a small commit each time. */
export async function watch(
  database: Database,
  company: 'alone' | 'beside',
  work: () => Promise<unknown>,
): Promise<Watched> {
  const note = database.prepare(
    `INSERT INTO settings VALUES ('bench', '1') ON CONFLICT DO UPDATE SET value = value + 1`,
  );
  const [commits, holds]: [number[], number[]] = [[], []];
  let peakMb = mb();
  const [startedAt, startedCpuMs] = [performance.now(), threadCpuMs()];
  let [dueAt, usedMs] = [startedAt + everyMs, startedCpuMs];
  const timer = setInterval(() => {
    holds.push(threadCpuMs() - usedMs);
    peakMb = Math.max(peakMb, mb());
    if (company === 'beside') note.run();
    commits.push(Math.max(0, performance.now() - dueAt));
    dueAt = performance.now() + everyMs;
    usedMs = threadCpuMs();
  }, everyMs);
  await work();
  clearInterval(timer);
  return {
    ...{ ms: performance.now() - startedAt, cpuMs: threadCpuMs() - startedCpuMs, peakMb: Math.round(peakMb) },
    ...{ commitMs: percentiles(commits), holdMs: percentiles(holds) },
  };
}
