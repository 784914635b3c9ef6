import { basename, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** Everything the log may say. Typed fields only: no sentence, no value of a person, no path. */
export type LogEntry =
  | { readonly event: 'started'; readonly isPractice: boolean; readonly version: string }
  | { readonly event: 'stopped' }
  | { readonly event: 'process-up' | 'process-restarting'; readonly process: 'station' | 'registry' }
  | { readonly event: 'process-exit'; readonly process: 'station' | 'registry'; readonly exitCode: number }
  | { readonly event: 'call-threw'; readonly endpoint: string; readonly name: string; readonly at: string }
  | { readonly event: 'call-refused'; readonly endpoint: string; readonly code: string }
  | {
      readonly event: 'blocked';
      readonly what: 'navigation' | 'window' | 'permission' | 'request' | 'webview' | 'download';
    }
  | { readonly event: 'window-gone'; readonly reason: string }
  | { readonly event: 'threw'; readonly name: string; readonly at: string }
  | { readonly event: 'print-failed'; readonly printer: string };

/** Writes one entry. */
export type WriteLog = (entry: LogEntry) => void;

/** Where entries are written, and how to wait until they are. */
export interface ProgramLog {
  readonly write: WriteLog;
  /** Resolves when everything said so far is in the file. */
  flush(): Promise<void>;
}

const maxFileBytes = 2_000_000;
const loadAfterMs = 1500;

/**
 * A log file of JSON lines in the data folder, one old file kept. The logger is loaded a moment after the start, because loading it takes
 * as long as a tenth of the way to the login page; entries wait for it with their own time.
 */
export function openLog(dataDir: string): ProgramLog {
  const hurry = new AbortController();
  const logger = wait(loadAfterMs, undefined, { signal: hurry.signal })
    .catch(() => undefined)
    .then(() => loadLogger(dataDir));
  let written = Promise.resolve();
  return {
    write: (entry) => {
      const line = { at: new Date().toISOString(), ...entry };
      written = written.then(async () => (await logger).info(line));
    },
    flush: () => {
      hurry.abort();
      return written;
    },
  };
}

async function loadLogger(dataDir: string) {
  const { default: log } = await import('electron-log/node.js');
  log.transports.console.level = false;
  log.transports.file.resolvePathFn = () => join(dataDir, 'logs', 'main.log');
  log.transports.file.maxSize = maxFileBytes;
  log.transports.file.format = ({ data }) => [JSON.stringify(data[0])];
  return log;
}

/** What may be logged of a thrown thing: its class and the place in the program, never its message, which may quote data. */
export function describeThrown(thrown: unknown): { name: string; at: string } {
  if (!(thrown instanceof Error)) return { name: typeof thrown, at: '' };
  const frame = /\(?([^\s()]+):(\d+):(\d+)\)?$/m.exec(thrown.stack?.slice(thrown.message.length) ?? '');
  return { name: thrown.name, at: frame?.[1] ? `${basename(frame[1])}:${frame[2]}:${frame[3]}` : '' };
}
