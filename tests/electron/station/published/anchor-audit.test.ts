import { uuidv7 } from 'uuidv7';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Program } from '../../../../electron/station/program.ts';
import { auditAnchoring } from '../../../../electron/station/published/anchor-audit.ts';
import { appendAudit, findAuditHead } from '../../../../electron/station/store/audit-lines.ts';
import { listLeasesLeft, refillLeases, takeSerial } from '../../../../electron/station/sync/leases.ts';
import { done } from '../../../../shared/contract/errors.ts';
import type { AuditAnchor, AuditHead } from '../../../../shared/contract/registry-published.ts';
import { stationA } from '../../../fixtures/register-records.ts';
import { TestCopy } from '../../../fixtures/station-copy.ts';

describe('a computer leaving the head of its audit log with the registry', () => {
  const at = '2026-11-23T01:00:00Z';
  let copy: TestCopy;
  let kept: AuditAnchor[];

  beforeEach(async () => {
    copy = new TestCopy();
    kept = [];
    await refillLeases(copy.database, { lease: async ({ kind }) => done({ kind, from: 1, until: 200 }) });
    takeSerial(copy.database, 'acceptance-number');
  });
  afterEach(() => copy.discard());

  const log = (action: string) =>
    appendAudit(copy.database, { at, operatorId: null, action, subject: '', details: {}, result: 'done' });
  /** As the registry: keeps every head, and answers with all of them. Each time the program has just started. */
  const anchor = () => {
    const program = { database: copy.database, now: () => at, tell: () => {} } as unknown as Program;
    return auditAnchoring(() => program)({
      anchor: async (head: AuditHead) => {
        kept = [...kept, { ...head, deviceId: uuidv7(), stationCode: stationA, anchoredAt: at }];
        return done({ anchors: kept });
      },
    });
  };
  const left = () => listLeasesLeft(copy.database).map((each) => each.left);

  it('keeps its numbers as long as every line is there that was anchored', async () => {
    log('login');
    await anchor();
    log('logout');
    await anchor();
    expect(left()).toEqual([200, 199, 200]);
  });

  it('gives its numbers up when lines are missing, though no event is: they may be on what the old copy does not know', async () => {
    log('login');
    const { count } = findAuditHead(copy.database) ?? { count: 0 };
    kept = [{ count: count + 3, hash: 'f'.repeat(64), deviceId: uuidv7(), stationCode: stationA, anchoredAt: at }];
    await anchor();
    expect(left()).toEqual([0, 0, 0]);
  });

  it('gives them up once, and not again for the lines it misses already', async () => {
    log('login');
    kept = [{ count: 90, hash: 'f'.repeat(64), deviceId: uuidv7(), stationCode: stationA, anchoredAt: at }];
    await anchor();
    await refillLeases(copy.database, { lease: async ({ kind }) => done({ kind, from: 201, until: 400 }) });
    await anchor();
    expect(left()).toEqual([200, 200, 200]);
  });
});
