import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { auditCommand } from '../../electron/cli/audit.ts';
import { documentKeysCommand } from '../../electron/cli/document-keys.ts';
import { verifyDocumentCommand } from '../../electron/cli/verify-document.ts';
import { checkoutFolders } from '../../electron/station/folders.ts';
import { readPackTexts } from '../../electron/station/policy/read-pack-folder.ts';
import type { RunningRegistry } from '../../registry/server.ts';
import { readKeysFile } from '../../shared/document-seal/keys-file.ts';
import { type Desk, eventually, startTestRegistry, type TestCounter } from '../fixtures/counter.ts';
import { familyDraft } from '../fixtures/people.ts';
import { openReadyCounter } from '../fixtures/ready-counter.ts';
import { emptyRoom, enter } from '../fixtures/settling.ts';
import { giveKeys, laterVersion, signed } from '../fixtures/signed-packs.ts';

const root = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'luohu-published-'));
const packs = join(folder, 'packs');
let registry: RunningRegistry;
let counter: TestCounter;
let clerk: Desk;
let chief: Desk;

beforeAll(async () => {
  mkdirSync(packs);
  registry = await startTestRegistry(0, undefined, { packs });
  ({ counter, clerk, chief } = await openReadyCounter(registry.url));
}, 180_000);
afterAll(async () => {
  await counter?.discard();
  await registry?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const anHourMs = 3_600_000;
const offer = (version: string, change: (text: string) => string = (text) => text) => {
  const texts = laterVersion(readPackTexts(checkoutFolders(root).policyPack), version, '2027-01-01');
  writeFileSync(join(packs, `liaoyuan@${version}.pack.json`), change(signed(texts)));
};
const askAgain = async () => {
  counter.wait(anHourMs);
  await clerk.must('sync.now', {});
};

describe('policy packs that the registry offers', () => {
  it('are not used by a computer without keys, which says so', async () => {
    offer('2027.1');
    await askAgain();
    const { packs: known, refused } = await chief.must('policy.packs', {});
    expect(known.map(({ version }) => version)).not.toContain('2027.1');
    expect(refused).toMatchObject([{ file: 'liaoyuan@2027.1', refusal: { reason: 'no-keys' } }]);
  });

  it('are installed by themselves when a key signed them that this computer trusts; a changed one is refused', async () => {
    giveKeys(counter.dataDir);
    offer('2027.2');
    offer('2027.3', (text) => text.replace('年满', '年滿'));
    await askAgain();
    const { packs: known, refused } = await chief.must('policy.packs', {});
    expect(known.find(({ version }) => version === '2027.2')).toMatchObject({
      state: 'not-yet',
      signer: { owner: '示例市公安局' },
    });
    expect(refused.map(({ file, refusal }) => [file, refusal.reason])).toEqual([['liaoyuan@2027.3', 'changed']]);
  }, 60_000);
});

describe('the keys that papers are signed with', () => {
  it('reach verifiers through the registry once a paper was signed', async () => {
    const file = join(folder, 'keys.json');
    const keysOf = async () => {
      const { exitCode } = (await documentKeysCommand(['--registry', registry.url, '--out', file])) as {
        exitCode: number;
      };
      expect(exitCode).toBe(0);
      return readKeysFile(JSON.parse(readFileSync(file, 'utf8')));
    };
    expect((await keysOf())?.keys.keys).toEqual([]);
    const from = { hukouDivision: '110105', hukouAddress: '北京市朝阳区练习路一号' };
    const draft = familyDraft({ addressId: await emptyRoom(clerk), household: 'new' });
    const view = await enter(clerk, { ...draft, people: draft.people.map((person) => ({ ...person, ...from })) });
    const { caseId } = view.row;
    const { approvals } = await clerk.must('case.accept', { caseId, revision: view.revision });
    for (const _ of approvals) await chief.must('case.approve', { caseId, decisionNumber: '2026-1' });
    const { documents } = await clerk.must('case.get', { caseId });
    const permit = documents.find(({ form }) => form === 'move-in-permit');
    await clerk.must('document.issue', { documentId: permit?.documentId ?? '' });
    await clerk.must('sync.now', {});
    const published = await keysOf();
    expect(published?.keys.keys).toMatchObject([{ station: '220403010000', revokedOn: null }]);
    expect(Object.keys(published?.keys.forms ?? {})).toContain('move-in-permit');
    expect(published?.voided?.documents).toEqual([]);

    const pdf = join(folder, 'permit.pdf');
    const check = async () =>
      (await verifyDocumentCommand([pdf, '--keys', file])) as { exitCode: number; output: { verdict: string } };
    const issued = await clerk.must('document.issue', { documentId: permit?.documentId ?? '', reason: '核对' });
    writeFileSync(pdf, issued.pdf);
    expect(await check()).toMatchObject({ exitCode: 0, output: { verdict: 'valid' } });
    const [paper] = await chief.must('paper.listOfCase', { caseId });
    if (!paper) throw new Error('no permit');
    const { fromAddress, otherAuthority, reason, holders } = paper.paper;
    const corrected = {
      ...{ fromAddress, otherAuthority, reason, names: holders.map(({ name }) => name) },
      toAddress: `${paper.paper.toAddress}（更正）`,
    };
    await chief.must('paper.amend', { documentId: paper.documentId, corrected, why: '地址写错' });
    await eventually('voided', async () => {
      await clerk.must('sync.now', {});
      return ((await keysOf())?.voided?.documents.length ?? 0) > 0;
    });
    expect(await check()).toMatchObject({ exitCode: 1, output: { verdict: 'voided' } });
  }, 60_000);
});

describe('the audit log', () => {
  const verify = async (...args: string[]) =>
    (await auditCommand(['verify', '--data', counter.dataDir, ...args])) as { exitCode: number; output: unknown };

  it('is anchored at the registry when somebody logs out', async () => {
    const assistant = await counter.loggedIn('zhao');
    await assistant.must('session.logout', {});
    const anchorsNow = async () => ((await verify('--registry', registry.url)).output as { anchors: number }).anchors;
    const before = await anchorsNow();
    await clerk.must('sync.now', {});
    await eventually('anchored', async () => (await anchorsNow()) >= Math.max(1, before));
    expect(await verify('--registry', registry.url)).toMatchObject({ exitCode: 0, output: { isWhole: true } });
  }, 60_000);

  it('that lost what was anchored is told of, at the counter and by the command', async () => {
    const { anchors } = (await verify('--registry', registry.url)).output as { anchors: number };
    expect(anchors).toBeGreaterThan(0);
    await counter.stop();
    const database = new Sqlite(join(counter.dataDir, 'station.db'));
    database.exec('DROP TRIGGER audit_drops_nothing; DELETE FROM audit WHERE audit_id > 3');
    database.close();
    expect(await verify()).toMatchObject({ exitCode: 0 });
    expect(await verify('--registry', registry.url)).toMatchObject({ exitCode: 1, output: { brokenLine: null } });
    await counter.start(registry.url);
    clerk = await counter.loggedIn('li');
    await eventually('told', async () => (await clerk.must('sync.state', {})).lostAnchors > 0);
  }, 60_000);
});
