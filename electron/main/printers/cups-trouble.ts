import type { PrinterTrouble } from './printer.ts';

/** What CUPS says in plain English when it does not take a job, and what that is. */
const words: readonly (readonly [RegExp, PrinterTrouble])[] = [
  [/not accepting|rejecting/i, 'PRINTER_REJECTS'],
  [
    /does not exist|unknown destination|no default destination|invalid destination|No such file|not found/i,
    'PRINTER_ABSENT',
  ],
];

/** Why CUPS refused, by what it wrote; PRINTER_FAILED where that says nothing known. */
export function troubleOf(error: unknown): PrinterTrouble {
  const written = error instanceof Error && 'stderr' in error ? String(error.stderr) : '';
  return words.find(([pattern]) => pattern.test(written))?.[1] ?? 'PRINTER_FAILED';
}

/** Whether `lpstat -p QUEUE` says that the queue prints nothing until somebody starts it again. */
export function isStopped(state: string): boolean {
  return /^printer \S+ disabled since/m.test(state);
}
