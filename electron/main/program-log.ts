import { basename, join } from 'node:path';
import log from 'electron-log/node.js';

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

const maxFileBytes = 2_000_000;

/** A log file of JSON lines in the data folder, one old file kept. */
export function openLog(dataDir: string): WriteLog {
  log.transports.console.level = false;
  log.transports.file.resolvePathFn = () => join(dataDir, 'logs', 'main.log');
  log.transports.file.maxSize = maxFileBytes;
  log.transports.file.format = ({ message }) => [
    JSON.stringify({ at: message.date.toISOString(), ...fieldsOf(message.data[0]) }),
  ];
  return (entry) => log.info(entry);
}

function fieldsOf(data: unknown): object {
  return typeof data === 'object' && data !== null ? data : {};
}

/** What may be logged of a thrown thing: its class and the place in the program, never its message, which may quote data. */
export function describeThrown(thrown: unknown): { name: string; at: string } {
  if (!(thrown instanceof Error)) return { name: typeof thrown, at: '' };
  const frame = /\(?([^\s()]+):(\d+):(\d+)\)?$/m.exec(thrown.stack?.slice(thrown.message.length) ?? '');
  return { name: thrown.name, at: frame?.[1] ? `${basename(frame[1])}:${frame[2]}:${frame[3]}` : '' };
}
