import { createPublicKey, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { installPack, listInstalledPacks } from '../../../../electron/station/policy/installed-packs.ts';
import { keyIdOf, type PackKeys, signPack } from '../../../../electron/station/policy/signed-pack.ts';
import { loadPack } from '../../../../shared/policy/load-pack.ts';
import { findPackOf, packInForceOn } from '../../../../shared/policy/pack-versions.ts';
import { exampleTexts } from '../../../shared/policy/example-city.ts';

const { privateKey } = generateKeyPairSync('ed25519');
const publicKey = createPublicKey(privateKey);
const spki = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
const keys: PackKeys = { keys: [{ id: keyIdOf(publicKey), algorithm: 'Ed25519', publicKey: spki }] };

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'packs-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The example city signed under a version and a date in force. */
function signedVersion(version: string, inForceFrom: string, comment = ''): string {
  const head = (exampleTexts['pack.yaml'] ?? '')
    .replace('2026.1', version)
    .replace('inForceFrom: 2026-07-01', `inForceFrom: ${inForceFrom}`);
  const texts = { ...exampleTexts, 'pack.yaml': `${head}${comment}` };
  const loaded = loadPack(texts);
  if (!loaded.ok) throw new Error(loaded.problems.map((problem) => problem.message).join('\n'));
  return JSON.stringify(signPack(loaded.pack, texts, privateKey));
}

describe('installed packs', () => {
  it('live side by side: a case keeps its own, a new case gets the one in force on its day', () => {
    installPack(folder, signedVersion('2026.9', '2026-07-01'), keys);
    installPack(folder, signedVersion('2026.10', '2026-12-01'), keys);
    const packs = listInstalledPacks(folder, keys).packs.map(({ head }) => head);
    expect(packInForceOn(packs, '2026-11-30')?.version).toBe('2026.9');
    expect(packInForceOn(packs, '2026-12-01')?.version).toBe('2026.10');
    expect(packInForceOn(packs, '2026-06-30')).toBeNull();
    expect(findPackOf(packs, 'example-city@2026.9')?.inForceFrom).toBe('2026-07-01');
  });

  it('of one day the highest version counts, ten after nine', () => {
    installPack(folder, signedVersion('2026.10', '2026-07-01'), keys);
    installPack(folder, signedVersion('2026.9', '2026-07-01'), keys);
    const heads = listInstalledPacks(folder, keys).packs.map(({ head }) => head);
    expect(packInForceOn(heads, '2026-11-02')?.version).toBe('2026.10');
  });

  it('are never replaced by another content of the same version', () => {
    const first = signedVersion('2026.9', '2026-07-01');
    expect(installPack(folder, first, keys).ok).toBe(true);
    expect(installPack(folder, first, keys).ok).toBe(true);
    expect(installPack(folder, signedVersion('2026.9', '2026-07-01', '# other\n'), keys).ok).toBe(false);
    expect(readdirSync(folder)).toEqual(['example-city@2026.9.pack.json']);
    expect(readFileSync(join(folder, 'example-city@2026.9.pack.json'), 'utf8')).toBe(first);
  });

  it('leave out a file that was changed on the disk and keep the others', () => {
    installPack(folder, signedVersion('2026.9', '2026-07-01'), keys);
    installPack(folder, signedVersion('2026.10', '2026-12-01'), keys);
    const file = join(folder, 'example-city@2026.10.pack.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('未满一年', '未满半年'));
    const { packs, refused } = listInstalledPacks(folder, keys);
    expect(packs.map(({ head }) => head.version)).toEqual(['2026.9']);
    expect(refused.map((each) => each.file)).toEqual(['example-city@2026.10.pack.json']);
  });

  it('are none when the folder is not there', () => {
    expect(listInstalledPacks(join(folder, 'none'), keys)).toEqual({ packs: [], refused: [] });
  });
});
