import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { doctorCommand } from '../../../electron/cli/doctor.ts';
import { idCardCommand } from '../../../electron/cli/id-card.ts';
import { idNumberCommand } from '../../../electron/cli/id-number.ts';
import { searchCommand } from '../../../electron/cli/search.ts';
import { townCommand } from '../../../electron/cli/town.ts';
import { SnapshotHeader } from '../../../shared/contract/registry.ts';
import { writeIdCardBlock } from '../../../shared/domain/id-card.ts';
import { dayOf } from '../../../shared/domain/plain-date.ts';
import { VersionedRecord } from '../../../shared/domain/register-records.ts';

const folder = mkdtempSync(join(tmpdir(), 'luohu-cli-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function luohu(...args: string[]) {
  const program = join(import.meta.dirname, '..', '..', '..', 'electron', 'cli', 'luohu.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe('luohu', () => {
  it('prints one JSON object and ends with 0', () => {
    const { status, stdout } = luohu('id-number', '220402199001010013');
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ valid: true, birthDate: '1990-01-01', sex: '1', division: '220402' });
  });

  it('names its commands when it is given none or another', () => {
    for (const { status, stdout, stderr } of [luohu(), luohu('sing')]) {
      expect(status).toBe(2);
      expect(stdout).toBe('');
      expect(stderr).toContain(
        'id-number id-card decide guide entitlements pack print document-keys verify-document town search sweep register registry exchange copy audit doctor',
      );
    }
  });
});

describe('id-number', () => {
  it('answers for a wrong number too', async () => {
    const result = await idNumberCommand(['220402199001010014']);
    expect(result).toMatchObject({ exitCode: 0, output: { valid: false, reason: 'check-digit' } });
  });

  it('wants a number', async () => {
    expect(await idNumberCommand([])).toMatchObject({ exitCode: 2 });
  });
});

describe('id-card', () => {
  const file = join(folder, 'card.bin');

  it('reads the text block of a card', async () => {
    const card = {
      name: '示例一',
      sex: '1',
      ethnicity: '01',
      bornOn: dayOf(1990, 1, 1),
      address: '吉林省辽源市龙山区示例路1号',
      citizenId: '220402199001010013',
      issuedBy: '示例市公安局',
      validFrom: dayOf(2020, 1, 1),
      validUntil: dayOf(2040, 1, 1),
    } as const;
    writeFileSync(file, writeIdCardBlock(card));
    expect(await idCardCommand([file])).toMatchObject({ exitCode: 0, output: { ok: true, card } });
  });

  it('says why a block is no card', async () => {
    writeFileSync(file, 'too short');
    expect(await idCardCommand([file])).toMatchObject({ exitCode: 0, output: { ok: false, reason: 'length' } });
  });

  it('wants a file that can be read', async () => {
    expect(await idCardCommand([join(folder, 'nothing')])).toMatchObject({ exitCode: 2 });
    expect(await idCardCommand([])).toMatchObject({ exitCode: 2 });
  });
});

describe('town make and search', () => {
  const make = (name: string, seed: string) =>
    townCommand(['make', '--persons', '250', '--seed', seed, '--out', join(folder, name)]);

  it('writes a snapshot that is the same for the same seed, and whose sum it tells', async () => {
    const [one, two, other] = [await make('one', 'a'), await make('two', 'a'), await make('other', 'b')];
    const bytes = readFileSync(join(folder, 'one', 'town.ndjson'));
    expect(readFileSync(join(folder, 'two', 'town.ndjson')).equals(bytes)).toBe(true);
    expect(readFileSync(join(folder, 'other', 'town.ndjson')).equals(bytes)).toBe(false);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    expect(one.output).toMatchObject({ sha256, bytes: bytes.length, counts: { person: 250 }, findablePersons: 250 });
    expect(two.output).toMatchObject({ sha256 });
    expect(other.exitCode).toBe(0);
  });

  it('begins with a header that counts the records behind it', async () => {
    await make('one', 'a');
    const [header = '', ...lines] = readFileSync(join(folder, 'one', 'town.ndjson'), 'utf8')
      .trimEnd()
      .split('\n');
    const { counts } = SnapshotHeader.parse(JSON.parse(header));
    const kinds: Record<string, number> = {};
    for (const line of lines) {
      const { kind } = VersionedRecord.parse(JSON.parse(line));
      kinds[kind] = (kinds[kind] ?? 0) + 1;
    }
    expect(counts).toEqual(kinds);
  });

  it('makes a working copy in which everyone is found', async () => {
    await make('one', 'a');
    const data = join(folder, 'one');
    const found = await searchCommand(['--data', data, '010000003']);
    expect(found).toMatchObject({ exitCode: 0, output: { tookMs: expect.any(Number) } });
    expect(JSON.stringify(found.output)).toContain('010000003');
    expect(await searchCommand(['--data', data, '1990', '--limit', '1'])).toMatchObject({ output: { rows: [{}] } });
  });

  it.each([
    [['make']],
    [['make', '--persons', '0', '--seed', 'a', '--out', 'x']],
    [['make', '--persons', 'many', '--seed', 'a', '--out', 'x']],
    [['make', '--persons', '5', '--seed', 'a', '--out', 'x', '--station', 'lower-case']],
    [['burn', '--persons', '5', '--seed', 'a', '--out', 'x']],
    [['make', '--people', '5']],
  ])('refuses %j', async (args) => {
    expect(await townCommand(args)).toMatchObject({ exitCode: 2 });
  });

  it.each([
    [[]],
    [['张']],
    [['--data', folder]],
    [['--data', folder, '张', '--limit', '51']],
    [['--data', folder, '张']],
  ])('searches nothing when asked %j', async (args) => {
    expect(await searchCommand(args)).toMatchObject({ exitCode: 2 });
  });
});

describe('doctor', () => {
  it('finds runtime, database driver, fonts and forms well in a checkout, and the data folder', async () => {
    await townCommand(['make', '--persons', '20', '--seed', 'd', '--out', join(folder, 'data')]);
    const { output } = await doctorCommand(['--data', join(folder, 'data')]);
    const findings = JSON.parse(JSON.stringify(output)).findings as { check: string; ok: boolean; mend: unknown }[];
    const well = findings.filter(({ ok }) => ok).map(({ check }) => check);
    expect(well).toEqual(expect.arrayContaining(['node', 'sqlite', 'fonts', 'forms', 'data-folder', 'database']));
    for (const { ok, mend } of findings) expect(mend === null).toBe(ok);
  });

  it('tells what to do about a damaged database and a registry that does not answer', async () => {
    const bad = mkdtempSync(join(folder, 'bad-'));
    writeFileSync(join(bad, 'station.db'), 'this is no database, whatever its name says'.repeat(200));
    const { exitCode, output } = await doctorCommand(['--data', bad, '--registry', 'http://127.0.0.1:9']);
    expect(exitCode).toBe(1);
    const mending = { zh: expect.any(String), en: expect.any(String) };
    expect(output).toMatchObject({
      ok: false,
      findings: expect.arrayContaining([
        expect.objectContaining({ check: 'database', ok: false, mend: mending }),
        expect.objectContaining({ check: 'registry', ok: false, mend: mending }),
      ]),
    });
  });

  it('wants options it knows', async () => {
    expect(await doctorCommand(['--cure'])).toMatchObject({ exitCode: 2 });
  });
});
