import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkoutFolders } from '../../../electron/station/folders.ts';
import { readPackTexts } from '../../../electron/station/policy/read-pack-folder.ts';
import { OpenInquiries } from '../../../shared/contract/registry-inquiry.ts';
import { type Desk, type TestCounter, testNow } from '../../fixtures/counter.ts';
import { openWithoutLine } from '../../fixtures/counter-without-line.ts';
import { bringAnswers, trust } from '../../fixtures/exchange-desk.ts';
import type { FileRegistry } from '../../fixtures/file-registry.ts';
import { enrolOffice } from '../../fixtures/inquiry-registry.ts';
import { familyDraft } from '../../fixtures/people.ts';
import { blockers, emptyRoom, enter } from '../../fixtures/settling.ts';
import { giveKeys, laterVersion, signed } from '../../fixtures/signed-packs.ts';

const folder = mkdtempSync(join(tmpdir(), 'luohu-travels-'));
const packs = join(folder, 'packs');
let registry: FileRegistry;
let counter: TestCounter;
let clerk: Desk;

beforeAll(async () => {
  mkdirSync(packs);
  ({ registry, counter, clerk } = await openWithoutLine({ packs }));
  giveKeys(counter.dataDir);
  await trust(counter, await registry.keys());
  await exchange();
}, 120_000);
afterAll(async () => {
  await counter?.discard();
  await registry?.close();
  rmSync(folder, { recursive: true, force: true });
});

/** One file out and its answer in. */
async function exchange() {
  const { file } = await clerk.must('exchange.export', {});
  return bringAnswers(clerk, await registry.mustAnswer(file));
}

/** The property department, on a line of its own to the registry, confirms the one thing it is asked; answers what that was. */
async function confirmAtDepartment(): Promise<string> {
  const line = await registry.listen();
  const department = await enrolOffice(line.url, 'property');
  const byRegistryClock = { proof: { iat: Math.floor(testNow() / 1000) } };
  const open = await department.signed('GET', '/v1/inquiries/open', undefined, byRegistryClock);
  const [asked] = OpenInquiries.parse(await open.json()).inquiries;
  const answer = { kind: 'verification', result: 'confirmed', validOn: '2026-11-23', reference: '住建-18' };
  const path = `/v1/inquiries/${asked?.inquiryId}/answer`;
  expect((await department.signed('POST', path, { answer }, byRegistryClock)).status).toBe(200);
  await line.stop();
  return asked?.ask.kind === 'verification' ? asked.ask.statement : '';
}

describe('in the files of a station without a line', () => {
  it('a signed policy pack comes along and is installed', async () => {
    const texts = laterVersion(
      readPackTexts(checkoutFolders(join(import.meta.dirname, '..', '..', '..')).policyPack),
      '2027.1',
      '2027-01-01',
    );
    writeFileSync(join(packs, 'liaoyuan@2027.1.pack.json'), signed(texts));
    counter.wait(3_600_000);
    await exchange();
    const { packs: known } = await clerk.must('policy.packs', {});
    expect(known.find(({ version }) => version === '2027.1')).toMatchObject({ state: 'not-yet' });
  }, 60_000);

  it('a question to a department goes out and its yes takes the place of the paper', async () => {
    const whole = familyDraft({ addressId: await emptyRoom(clerk), household: 'new' });
    const materials = whole.materials.filter(({ materialId }) => materialId !== 'registered-lease');
    const { caseId } = (await enter(clerk, { ...whole, materials })).row;
    const statement = '租住所选房屋，合同已备案';
    const ask = {
      kind: 'verification',
      department: 'property',
      materialId: 'registered-lease',
      person: 0,
      statement,
    } as const;
    await clerk.must('inquiry.ask', { caseId, ask });
    await exchange();
    expect(await clerk.must('inquiry.open', {})).toMatchObject([{ caseId, state: 'waiting', cause: null }]);
    expect(await confirmAtDepartment()).toBe(statement);
    await exchange();
    expect(await clerk.must('inquiry.open', {})).toEqual([]);
    expect(blockers(await clerk.must('case.get', { caseId }))).toEqual([]);
  }, 60_000);

  it('the head of the audit log is anchored at the registry', async () => {
    const [anchored] = await registry.database.query<{ count: number }>(
      'SELECT max(count)::int AS count FROM audit_anchors',
    );
    expect(anchored?.count).toBeGreaterThan(0);
  });
});
