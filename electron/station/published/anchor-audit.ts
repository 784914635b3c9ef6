import { type Answer, done } from '../../../shared/contract/errors.ts';
import type { AuditAnchor } from '../../../shared/contract/registry-published.ts';
import { todayIn } from '../../../shared/domain/plain-date.ts';
import type { Program } from '../program.ts';
import { findAuditHash, findAuditHead } from '../store/audit-lines.ts';
import type { Database } from '../store/database.ts';
import { dropLeases } from '../sync/leases.ts';
import type { RegistryClient } from '../sync/registry-client.ts';
import { dropSyncSetting, findSyncSetting, putSyncSetting } from '../sync/sync-settings.ts';

/** The anchors whose lines the log no longer has, or has otherwise: whoever changed it could not change what the registry keeps. */
export function listLostAnchors(database: Database, anchors: readonly AuditAnchor[]): AuditAnchor[] {
  return anchors.filter(({ count, hash }) => findAuditHash(database, count) !== hash);
}

/** Somebody logs out: what was done until now is to be anchored with the next exchange. */
export function wantAnchor({ database, afterCommit, sync }: Program): void {
  putSyncSetting(database, 'sync.anchor-wanted', '1');
  afterCommit(() => sync.nudge());
}

/**
 * Leaves the head of the audit log with the registry: at the first exchange after a start, once a day, and after a log-out. The registry answers
 * with everything this computer anchored before, and the log is compared with it. Where lines are newly missing, the blocks of numbers are given up.
 */
export function auditAnchoring(
  program: () => Program,
): (client: Pick<RegistryClient, 'anchor'>) => Promise<Answer<unknown>> {
  let isFirst = true;
  return async (client) => {
    const { database, now, tell } = program();
    const today = todayIn(now());
    const isWanted = findSyncSetting(database, 'sync.anchor-wanted') !== null;
    const isDue = isFirst || isWanted || findSyncSetting(database, 'sync.anchored-on') !== today;
    const head = findAuditHead(database);
    if (!isDue || head === null) return done(null);
    const answer = await client.anchor(head);
    if (!answer.ok) return answer;
    isFirst = false;
    const lost = listLostAnchors(database, answer.value.anchors).length;
    // A file that lost lines is an old copy: what was accepted and printed with the numbers of its blocks since is not in it.
    const isOld = lost > Number(findSyncSetting(database, 'sync.lost-anchors') ?? '0');
    database.transaction(() => {
      if (isOld) dropLeases(database);
      putSyncSetting(database, 'sync.anchored-on', today);
      putSyncSetting(database, 'sync.lost-anchors', String(lost));
      dropSyncSetting(database, 'sync.anchor-wanted');
    })();
    if (lost > 0) tell({ topic: 'sync' });
    return answer;
  };
}
