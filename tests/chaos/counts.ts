/** How often what happened. */
export type Counts = Record<string, number>;

export function addCounts(sum: Counts, counts: Readonly<Counts>): void {
  for (const [what, count] of Object.entries(counts)) sum[what] = (sum[what] ?? 0) + count;
}

/** What is told of a run: by the beginnings and ends of the names that a schedule counts under. */
const lines: readonly (readonly [string, (what: string) => boolean])[] = [
  ['counters', (what) => what === 'counters'],
  ['acts', (what) => what === 'act'],
  ['events committed', (what) => what === 'committed'],
  ['events confirmed', (what) => what === 'answered confirmed'],
  ['conflicts', (what) => what === 'answered conflict'],
  ['rejections', (what) => what === 'answered rejected'],
  ['settled at the desk', (what) => what.startsWith('settled ')],
  ['reversals', (what) => what === 'reverse registered'],
  ['requests', (what) => what === 'deliver' || what === 'together'],
  ['requests harmed', (what) => what.startsWith('fault ')],
  ['registry crashes', (what) => what === 'crash' || what === 'fault crash'],
  ['counters killed or without power', (what) => what === 'kill' || what === 'power'],
  ['lines cut', (what) => what === 'cut'],
  ['full disks', (what) => what === 'fill'],
  ['clocks off', (what) => what === 'clock'],
  ['back-ups put back', (what) => what === 'put back'],
  ['recoveries', (what) => what === 'recovered'],
];

/** What happened in so many schedules, in one line for who looks on. */
export function tellCounts(schedules: number, counts: Readonly<Counts>): string {
  const told = lines.map(([name, isOfIt]) => {
    const total = Object.entries(counts).reduce((sum, [what, count]) => sum + (isOfIt(what) ? count : 0), 0);
    return `${total} ${name}`;
  });
  return [`${schedules} schedules`, ...told].join(', ');
}
