import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { command as pack } from '../../electron/cli/pack.ts';
import { checkoutFolders } from '../../electron/station/folders.ts';
import { readPackTexts } from '../../electron/station/policy/read-pack-folder.ts';
import type { RunningRegistry } from '../../registry/server.ts';
import type { Route } from '../../shared/contract/verdict.ts';
import { type Desk, startTestRegistry, type TestCounter } from '../fixtures/counter.ts';
import { familyDraft, madeUpNumber } from '../fixtures/people.ts';
import { openReadyCounter } from '../fixtures/ready-counter.ts';
import { emptyRoom, enter } from '../fixtures/settling.ts';
import { giveKeys, laterVersion, signed, signedUnchecked, withOwnedHomesOnly } from '../fixtures/signed-packs.ts';

const { policyPack } = checkoutFolders(join(import.meta.dirname, '..', '..'));
const texts = readPackTexts(policyPack);
const stricter = withOwnedHomesOnly(laterVersion(texts, '2026.2', '2026-11-01'));
/** Numbers of another family born on the same days. */
const numbers = [
  madeUpNumber('220122', '1988-03-14', '911'),
  madeUpNumber('220122', '1990-07-02', '912'),
  madeUpNumber('220122', '2016-11-30', '914'),
];
const bytes = (text: string) => new TextEncoder().encode(text);

let registry: RunningRegistry;
let counter: TestCounter;
let clerk: Desk;
let chief: Desk;
let accepted = '';
let draft = '';

const homeRoute = async (caseId: string): Promise<Route | undefined> => {
  const view = await clerk.must('case.get', { caseId });
  return view.assessment.verdicts.routes.find(({ procedure }) => procedure === 'settle.residence');
};

beforeAll(async () => {
  registry = await startTestRegistry();
  ({ counter, clerk, chief } = await openReadyCounter(registry.url));
  const target = { addressId: await emptyRoom(clerk), household: 'new' } as const;
  const view = await enter(clerk, familyDraft(target));
  accepted = view.row.caseId;
  await clerk.must('case.accept', { caseId: accepted, revision: view.revision });
  draft = (await enter(clerk, familyDraft(target))).row.caseId;
}, 60_000);

afterAll(async () => {
  await counter.discard();
  await registry.stop();
});

describe('a signed policy pack at the counter', () => {
  it('is not installed by a clerk, nor on a computer that was given no keys', async () => {
    const file = bytes(signed(stricter));
    expect(await clerk.refused('policy.installPack', { file })).toBe('ROLE_REFUSED');
    expect((await chief.must('policy.packs', {})).hasKeys).toBe(false);
    expect(await chief.call('policy.installPack', { file })).toMatchObject({
      ok: false,
      error: { code: 'PACK_REFUSED', details: { refusal: { reason: 'no-keys' } } },
    });
  });

  it('that asks people to give up their rights is refused with the place and the article, and nothing is changed', async () => {
    giveKeys(counter.dataDir);
    const written = signedUnchecked(stricter, (good) => ({
      ...good,
      'materials.yaml': `${good['materials.yaml'] ?? ''}\nwaiver: { names: { zh: 自愿退地承诺, en: waiver } }\n`,
    }));
    const answer = await chief.call('policy.installPack', { file: bytes(written) });
    expect(answer).toMatchObject({ ok: false, error: { code: 'PACK_REFUSED' } });
    expect(JSON.stringify(answer)).toContain('"article":"10"');
    expect((await chief.must('policy.packs', {})).packs).toHaveLength(1);
  });

  it('judges drafts from its day on, while an accepted case keeps the version it was accepted under', async () => {
    expect((await homeRoute(draft))?.verdict).toBe('eligible');
    const installed = await chief.must('policy.installPack', { file: bytes(signed(stricter)) });
    expect(installed).toEqual({
      stamp: 'liaoyuan@2026.2',
      version: '2026.2',
      inForceFrom: '2026-11-01',
      isInForce: true,
    });
    const changed = await homeRoute(draft);
    expect(changed?.verdict).toBe('ineligible');
    expect(changed?.reasons[0]).toMatchObject({ rule: 'settle.residence.owned', holds: false });
    expect((await homeRoute(accepted))?.verdict).toBe('eligible');
    expect((await clerk.must('case.get', { caseId: accepted })).pack).toBe('liaoyuan@2026.1');
    expect((await clerk.must('case.start', {})).pack).toBe('liaoyuan@2026.2');
  });

  it('stands in the list with its key, its day and the cases that keep each version', async () => {
    const { packs, missing } = await clerk.must('policy.packs', {});
    expect(packs.map(({ version, state, cases, signer }) => [version, state, cases, signer?.owner ?? null])).toEqual([
      ['2026.2', 'in-force', 0, '示例市公安局'],
      ['2026.1', 'earlier', 1, null],
    ]);
    expect(missing).toEqual([]);
  });

  it('survives a restart, and so do the cases of both versions', async () => {
    await counter.stop();
    await counter.start(registry.url);
    clerk = await counter.loggedIn('li');
    chief = await counter.loggedIn('suo');
    expect((await homeRoute(draft))?.verdict).toBe('ineligible');
    expect((await homeRoute(accepted))?.verdict).toBe('eligible');
  });

  it('that a case was accepted under and that is gone is named, and the case is there again when it is back', async () => {
    const owned = familyDraft({ addressId: await emptyRoom(clerk), household: 'new' });
    owned.answers = { 'residence.basis': 'owned', 'residence.stable': true };
    owned.people = owned.people.map((person, index) => ({ ...person, citizenId: numbers[index] ?? '' }));
    owned.materials = [
      ...owned.materials,
      { materialId: 'ownership-certificate', state: 'paper', attachmentIds: [], note: '' },
    ];
    const view = await enter(clerk, owned);
    const { caseId } = view.row;
    await clerk.must('case.accept', { caseId, revision: view.revision });
    const file = join(counter.dataDir, 'packs', 'liaoyuan@2026.2.pack.json');
    const aside = join(dirname(counter.dataDir), `${caseId}.pack.json`);
    await counter.stop();
    renameSync(file, aside);
    await counter.start(registry.url);
    clerk = await counter.loggedIn('li');
    expect(await clerk.call('case.get', { caseId })).toMatchObject({
      ok: false,
      error: { code: 'PACK_MISSING', details: { version: '2026.2' } },
    });
    expect((await clerk.must('case.list', { queue: 'to-approve' })).map((row) => row.caseId)).toContain(caseId);
    expect((await clerk.must('policy.packs', {})).missing).toEqual([{ stamp: 'liaoyuan@2026.2', cases: 1 }]);
    await counter.stop();
    renameSync(aside, file);
    await counter.start(registry.url);
    clerk = await counter.loggedIn('li');
    expect((await clerk.must('case.get', { caseId })).row.state).toBe('accepted');
  });

  it('is replayed on the accepted cases of the station before it comes into force, and says which would come out otherwise', async () => {
    const folder = join(counter.dataDir, 'stricter');
    for (const [name, text] of Object.entries(stricter)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    const { exitCode, output } = await pack(['replay', policyPack, folder, '--data', counter.dataDir]);
    rmSync(folder, { recursive: true });
    expect(exitCode).toBe(0);
    const report = JSON.parse(String(output));
    expect(report).toMatchObject({ before: 'liaoyuan@2026.1', after: 'liaoyuan@2026.2', cases: 2, unreadable: [] });
    expect(report.changed).toHaveLength(1);
    expect(report.changed[0].routes[0]).toMatchObject({
      procedure: 'settle.residence',
      before: 'eligible',
      after: 'ineligible',
      reasons: [{ rule: 'settle.residence.owned', before: null, after: { holds: false } }],
    });
    expect(JSON.stringify(report)).not.toContain('周试一');
  });
});
