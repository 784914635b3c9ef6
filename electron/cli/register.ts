import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkoutFolders } from '../station/folders.ts';
import { replayRegister } from '../station/register/replay-register.ts';
import { openDatabase, openReader } from '../station/store/database.ts';
import { type CommandResult, calledWrongly } from './command.ts';

const usage = 'register replay --data DIR';
const root = join(import.meta.dirname, '..', '..');

function readFolder(args: readonly string[]): string | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { data: { type: 'string' } },
      allowPositionals: true,
    });
    return positionals.join(' ') === 'replay' ? (values.data ?? null) : null;
  } catch {
    return null;
  }
}

/**
 * `register replay --data DIR`: makes the register anew from every event the copy knows and compares the two byte for byte. Prints counts
 * and checksums only, nobody's data. Exit 1 when they differ.
 */
export async function registerCommand(args: readonly string[]): Promise<CommandResult> {
  const folder = readFolder(args);
  if (folder === null) return calledWrongly(usage);
  const file = join(folder, 'station.db');
  if (!existsSync(file)) return { exitCode: 2, problems: ['--data: there is no station.db in this folder'] };
  const scratch = mkdtempSync(join(tmpdir(), 'luohu-replay-'));
  const copy = openReader(file);
  const empty = openDatabase(join(scratch, 'station.db'), checkoutFolders(root).migrations);
  try {
    const replay = replayRegister(copy, empty);
    const isSame = replay.copy === replay.replayed;
    return { exitCode: isSame ? 0 : 1, output: { ...replay, isSame } };
  } finally {
    copy.close();
    empty.close();
    rmSync(scratch, { recursive: true, force: true });
  }
}
