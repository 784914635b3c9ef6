import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { documentKeysCommand } from '../../../electron/cli/document-keys.ts';
import { openSigner } from '../../../electron/station/documents/signing-keys.ts';
import { openDatabase } from '../../../electron/station/store/database.ts';
import { SealKeySet } from '../../../shared/document-seal/key-set.ts';

const migrations = fileURLToPath(new URL('../../../electron/station/store/migrations', import.meta.url));
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'luohu-keys-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('luohu document-keys', () => {
  it('prints the public keys of a computer as verifiers take them, with the names of the papers', async () => {
    const database = openDatabase(join(folder, 'station.db'), migrations);
    const station = { stationCode: '220403010000', stationName: '示例派出所', today: '2026-11-21' };
    const { keyId } = await openSigner(database, station);
    database.close();
    const result = await documentKeysCommand(['--data', folder]);
    const keys = SealKeySet.parse(typeof result === 'number' ? null : result.output);
    expect(keys.keys).toMatchObject([{ kid: keyId, station: '220403010000', alg: 'EdDSA', revokedOn: null }]);
    expect(JSON.stringify(result)).not.toContain('"d"');
  });

  it('fails on a computer that has signed nothing yet', async () => {
    openDatabase(join(folder, 'station.db'), migrations).close();
    expect(await documentKeysCommand(['--data', folder])).toMatchObject({ exitCode: 1 });
  });

  it.each([[[]], [['--data', '/nowhere']]])('exits with 2 when it is called with %j', async (args) => {
    expect(await documentKeysCommand(args)).toMatchObject({ exitCode: 2 });
  });
});
