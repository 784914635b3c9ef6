import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type Answer, done, fail } from '../../shared/contract/errors.ts';
import { AuditAnchors } from '../../shared/contract/registry-published.ts';
import { listLostAnchors } from '../station/published/anchor-audit.ts';
import { findAuditHead, findBrokenAuditLine } from '../station/store/audit-lines.ts';
import { type Database, openReader } from '../station/store/database.ts';
import { findKeptDevice } from '../station/sync/device.ts';
import { type CommandResult, calledWrongly } from './command.ts';
import { findJson, readCall } from './pack-files.ts';
import { openLine } from './registry-line.ts';

const usage = 'audit verify --data DIR [--anchors FILE | --registry URL]';

type Options = Partial<Record<'data' | 'anchors' | 'registry', string>>;

/**
 * `audit verify --data DIR`: whether the chain of the log holds, and with the anchors the registry keeps of this computer (from a file, or asked
 * for with the computer's own key) whether every anchored line is there as it was. Prints numbers only. Exit 1 when something is wrong.
 */
export async function auditCommand(args: readonly string[]): Promise<CommandResult> {
  const call = readCall(args, 1, ['data', 'anchors', 'registry']);
  const folder = call?.options.data;
  if (call?.places[0] !== 'verify' || folder === undefined) return calledWrongly(usage);
  const file = join(folder, 'station.db');
  if (!existsSync(file)) return { exitCode: 2, problems: ['--data: there is no station.db in this folder'] };
  const database = openReader(file);
  try {
    return await verify(database, call.options);
  } finally {
    database.close();
  }
}

async function verify(database: Database, asked: Options): Promise<CommandResult> {
  const kept = await anchorsOf(database, asked);
  if (!kept.ok) return { exitCode: 2, problems: [`the anchors can not be read: ${kept.error.code}`] };
  const brokenLine = findBrokenAuditLine(database);
  const lostAnchors = listLostAnchors(database, kept.value.anchors).map(({ count, anchoredAt }) => ({
    count,
    anchoredAt,
  }));
  const isWhole = brokenLine === null && lostAnchors.length === 0;
  const lines = findAuditHead(database)?.count ?? 0;
  return {
    exitCode: isWhole ? 0 : 1,
    output: { isWhole, lines, brokenLine, anchors: kept.value.anchors.length, lostAnchors },
  };
}

async function anchorsOf(database: Database, { anchors, registry }: Options): Promise<Answer<AuditAnchors>> {
  if (anchors !== undefined) {
    const read = AuditAnchors.safeParse(findJson(anchors));
    return read.success ? done(read.data) : fail('INPUT_INVALID');
  }
  const device = findKeptDevice(database);
  if (registry === undefined) return done({ anchors: [] });
  if (device === null) return fail('NOT_FOUND');
  const line = openLine(registry, device);
  const greeted = await line.greet();
  return greeted.ok ? line.anchors() : greeted;
}
