import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { markPreview, sealPaper } from '../../../../electron/station/documents/seal-paper.ts';
import { listSealKeys, openSigner, revokeSigningKey } from '../../../../electron/station/documents/signing-keys.ts';
import { type Database, openDatabase } from '../../../../electron/station/store/database.ts';
import { checkSeal } from '../../../../shared/document-seal/check-seal.ts';
import { contentHash } from '../../../../shared/document-seal/content-hash.ts';
import { SealKeySet } from '../../../../shared/document-seal/key-set.ts';
import { formNamed, madeUpForm } from '../print/print-rig.ts';

const migrations = fileURLToPath(new URL('../../../../electron/station/store/migrations', import.meta.url));
const at = '2026-11-21T01:30:00Z';
const form = madeUpForm(`
fields: { name: { zh: 姓名, en: Name }, seal: { zh: 验证码, en: Code } }
boxes: [{ kind: qr, id: seal, x: 10, y: 10, w: 24, h: 24, field: seal }]
`);
const station = { stationCode: '220403010000', stationName: '示例派出所', today: '2026-11-21' };
const paper = { form, input: { name: '王示例' }, number: '第000123号' };
let folder = '';
let database: Database;
const program = (today = '2026-11-21') => ({ ...station, database, today: () => today });

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'luohu-seal-'));
  database = openDatabase(join(folder, 'station.db'), migrations);
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

const sealOn = async (today?: string) => String((await sealPaper(program(today), paper)).seal);
const keys = () => listSealKeys(database, at);

describe('a paper that is issued', () => {
  it('carries a seal that the published keys verify, for this content only', async () => {
    const input = await sealPaper(program(), paper);
    const check = await checkSeal(String(input.seal), { keys: keys(), contentHash: await contentHash(input) });
    expect(check).toMatchObject({
      verdict: 'valid',
      statement: {
        station: '220403010000',
        form: 'made-up',
        formVersion: 1,
        number: '第000123号',
        issuedOn: '2026-11-21',
      },
    });
    const other = await contentHash({ ...input, name: '王示列' });
    expect((await checkSeal(String(input.seal), { keys: keys(), contentHash: other })).verdict).toBe('other-content');
  });

  it('carries the same seal when it is printed again on the same day', async () => {
    expect(await sealOn()).toBe(await sealOn());
  });

  it('cannot be given a seal by its input', async () => {
    const forged = await sealPaper(program(), { ...paper, input: { ...paper.input, seal: 'LH1:FORGED' } });
    expect(forged.seal).toBe(await sealOn());
  });

  it('is left alone when its form has no code', async () => {
    const input = { name: '王示例' };
    expect(await sealPaper(program(), { form: formNamed('resident-card'), input, number: '1' })).toBe(input);
    expect(keys().keys).toEqual([]);
  });
});

it('a preview has a code that every verifier refuses', async () => {
  const { seal } = markPreview(form, paper.input);
  expect(seal).toContain('预览无效');
  expect((await checkSeal(String(seal), { keys: keys() })).verdict).toBe('malformed');
});

describe('the keys of a computer', () => {
  it('are published without their private part, in the form that verifiers read', async () => {
    await sealOn();
    expect(SealKeySet.parse(keys())).toEqual(keys());
    expect(JSON.stringify(keys())).not.toContain('"d"');
  });

  it('follow one another after three years, and what the old one signed stays good', async () => {
    const old = await sealOn('2026-11-21');
    const young = await sealOn('2029-11-21');
    expect(keys().keys).toHaveLength(2);
    for (const seal of [old, young]) expect((await checkSeal(seal, { keys: keys() })).verdict).toBe('valid');
  });

  it('are replaced when one is revoked, and what it signed is good no longer', async () => {
    const old = await sealOn();
    const { keyId } = await openSigner(database, station);
    expect(revokeSigningKey(database, keyId, '2026-11-21')).toBe(true);
    const young = await sealOn();
    expect((await checkSeal(old, { keys: keys() })).verdict).toBe('revoked');
    expect((await checkSeal(young, { keys: keys() })).verdict).toBe('valid');
  });

  it('belong to one station: a computer that was moved signs with another', async () => {
    const { keyId } = await openSigner(database, station);
    expect((await openSigner(database, { ...station, stationCode: '220403020000' })).keyId).not.toBe(keyId);
    expect((await openSigner(database, station)).keyId).toBe(keyId);
  });

  it('are made once, also when two papers ask at the same time', async () => {
    await Promise.all([sealOn(), sealOn()]);
    expect(keys().keys).toHaveLength(1);
  });
});
