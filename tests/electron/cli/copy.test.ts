import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { command } from '../../../electron/cli/copy.ts';
import type { RunningRegistry } from '../../../registry/server.ts';
import { makeTown } from '../../../shared/town/town.ts';
import { stationA } from '../../fixtures/register-records.ts';
import { anyBackend, codes, startTestRegistry } from '../../fixtures/registry-backends.ts';

describe('luohu copy write', () => {
  const folder = mkdtempSync(join(tmpdir(), 'luohu-copy-command-'));
  const [data, out] = [join(folder, 'data'), join(folder, 'copies')];
  let registry: RunningRegistry;

  beforeAll(async () => {
    registry = await startTestRegistry(anyBackend, [...makeTown({ persons: 200, seed: 9, stationCode: stationA })]);
  }, 60_000);
  afterAll(async () => {
    await registry?.stop();
    rmSync(folder, { recursive: true });
  });

  const write = (...more: string[]) =>
    command(['write', '--data', data, '--out', out, '--registry', registry.url, ...more]);

  it('needs to know the station and its code the first time, and nothing more after that', async () => {
    expect(await write()).toMatchObject({ exitCode: 2 });
    expect(await write('--station', stationA)).toMatchObject({ exitCode: 1 });
    const first = await write('--station', stationA, '--enrol-code', codes.cityA);
    expect(first).toMatchObject({ exitCode: 0, output: { scope: 'city', counts: { person: 200 } } });
    expect(readdirSync(out)).toHaveLength(2);
    expect(await write()).toMatchObject({ exitCode: 0 });
  });

  it('says in words why no copy was made', async () => {
    const away = await command(['write', '--data', data, '--out', out, '--registry', 'http://127.0.0.1:1']);
    expect(away).toMatchObject({ exitCode: 1, problems: [expect.stringMatching(/registry/i)] });
    expect(await command(['read'])).toMatchObject({ exitCode: 2 });
  });
});
