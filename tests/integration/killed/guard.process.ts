import { readFileSync, rmSync } from 'node:fs';
import { z } from 'zod';

/*
 * Takes away what the processes of one test leave when the test itself is killed: the one that started it is gone when its messages end. A
 * process is ended only while it is the one that was named, by the time it began.
 */
const Told = z.union([
  z.strictObject({ watch: z.number().int(), signal: z.enum(['SIGKILL', 'SIGQUIT']) }),
  z.strictObject({ forget: z.number().int() }),
  z.strictObject({ folder: z.string() }),
]);

const watched = new Map<number, { readonly signal: NodeJS.Signals; readonly beginning: string | null }>();
const folders: string[] = [];

/** When a process began, in the kernel's ticks; null: there is none. */
function beginningOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')')).split(' ')[20] ?? null;
  } catch {
    return null;
  }
}

function hear(told: z.infer<typeof Told>): void {
  if ('watch' in told) watched.set(told.watch, { signal: told.signal, beginning: beginningOf(told.watch) });
  else if ('forget' in told) watched.delete(told.forget);
  else folders.push(told.folder);
}

function takeAway(): void {
  for (const [pid, { signal, beginning }] of watched)
    if (beginning !== null && beginningOf(pid) === beginning) process.kill(pid, signal);
  setTimeout(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    process.exit(0);
  }, 1000);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});
process.on('message', (message) => hear(Told.parse(message)));
process.once('disconnect', takeAway);
