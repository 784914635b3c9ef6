import Sqlite from 'better-sqlite3';
import type { ErrorCode, Failure } from '../../shared/contract/errors.ts';

const sqliteCodes: readonly (readonly [RegExp, ErrorCode])[] = [
  [/^SQLITE_FULL/, 'DISK_FULL'],
  [/^SQLITE_IOERR/, 'DISK_FULL'],
  [/^SQLITE_(CORRUPT|NOTADB)/, 'DATABASE_DAMAGED'],
];

/** The one place that turns what was thrown into an answer. Everything unforeseen is a BUG; the log gets its
 * name only, as messages may hold data (LUOHU_DEBUG=1 shows all, for developers on made-up data). */
export function answerOfThrown(thrown: unknown): { readonly ok: false; readonly error: Failure } {
  if (thrown instanceof Sqlite.SqliteError) {
    const known = sqliteCodes.find(([pattern]) => pattern.test(thrown.code));
    if (known) return { ok: false, error: { code: known[1] } };
  }
  if (thrown instanceof Error && 'code' in thrown && thrown.code === 'ENOSPC')
    return { ok: false, error: { code: 'DISK_FULL' } };
  const name = thrown instanceof Error ? thrown.name : typeof thrown;
  console.error(JSON.stringify({ level: 'error', event: 'bug', name }));
  if (process.env.LUOHU_DEBUG) console.error(thrown);
  return { ok: false, error: { code: 'BUG' } };
}
