import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { command as guide } from '../../../electron/cli/guide.ts';
import { command } from '../../../electron/cli/pack.ts';
import { editorSchemas } from '../../../shared/policy/editor-schemas.ts';
import { exampleCityFolder } from '../../shared/policy/example-city.ts';

const folder = mkdtempSync(join(tmpdir(), 'pack-'));
afterAll(() => rmSync(folder, { recursive: true }));

const key = join(folder, 'city.pem');
const keys = `${key}.keys.json`;
const signed = join(folder, 'pack.json');

async function pack(...args: string[]) {
  const { exitCode, output, problems = [] } = await command(args);
  return { exitCode, problems, output: typeof output === 'string' ? JSON.parse(output) : output };
}

/** A copy of the example city with one file changed. */
function changedCity(name: string, file: string, change: (text: string) => string): string {
  const copy = join(folder, name);
  cpSync(exampleCityFolder, copy, { recursive: true });
  writeFileSync(join(copy, file), change(readFileSync(join(copy, file), 'utf8')));
  return copy;
}

describe('luohu pack', () => {
  it.each([
    [[]],
    [['bake']],
    [['check']],
    [['diff', 'a']],
    [['replay', 'a', 'b']],
    [['sign', 'a']],
    [['check', 'a', '--x']],
  ])('ends with 2 and its usage when called as %j', async (args) => {
    const result = await command(args);
    expect(result.exitCode).toBe(2);
    expect(result.problems?.[0]).toMatch(/^luohu pack /);
  });

  it('check ends with 0 for a pack in order and 2 for a folder that is not there', async () => {
    expect(await pack('check', exampleCityFolder)).toMatchObject({
      exitCode: 0,
      output: { pack: 'example-city@2026.1' },
    });
    expect((await pack('check', join(folder, 'none'))).exitCode).toBe(2);
  });

  it('check prints a line with file and line for each problem and ends with 1', async () => {
    const city = changedCity('broken', 'documents.yaml', (text) => text.replace('form: resident-card', 'form: castle'));
    const result = await pack('check', city);
    expect(result.exitCode).toBe(1);
    expect(result.problems).toEqual(['documents.yaml:2: paper resident-card: there is no form castle']);
  });

  it('schema writes what the program ships', async () => {
    const shipped = join(exampleCityFolder, '..', 'schema');
    const texts = Object.fromEntries(
      readdirSync(shipped).map((name) => [name, readFileSync(join(shipped, name), 'utf8')]),
    );
    expect(texts).toEqual(editorSchemas());
  });

  it('diff and replay tell what a new version would change', async () => {
    const next = changedCity('next', 'procedures/settle.residence.yaml', (text) =>
      text.replace('monthsAgoAtLeast: 12', 'monthsAgoAtLeast: 11'),
    );
    const examples = join(next, 'examples', 'settle.residence.yaml');
    writeFileSync(examples, readFileSync(examples, 'utf8').replace('2025-11-03', '2025-12-03'));
    const compared = await pack('diff', exampleCityFolder, next);
    expect(compared.output.differences).toContainEqual(expect.objectContaining({ before: 12, after: 11 }));
    const cases = join(folder, 'cases.ndjson');
    const facts = { asOf: '2026-11-02', residence: { basis: 'owned', registeredSince: '2025-11-20' } };
    writeFileSync(cases, `${JSON.stringify(facts)}\n\n${JSON.stringify({ id: 'B', facts: { asOf: '2026-11-02' } })}\n`);
    const replayed = await pack('replay', exampleCityFolder, next, '--cases', cases);
    expect(replayed.output).toMatchObject({ cases: 2, changed: [{ id: 'line 1', routes: [{ after: 'eligible' }] }] });
  });

  it('replay ends with 2 on a line that is no JSON and on a folder without a station', async () => {
    const cases = join(folder, 'bad.ndjson');
    writeFileSync(cases, '{"asOf":\n');
    const city = exampleCityFolder;
    expect((await pack('replay', city, city, '--cases', cases)).problems).toEqual([
      '--cases: line 1 is not valid JSON',
    ]);
    expect((await pack('replay', city, city, '--data', folder)).exitCode).toBe(2);
  });
});

describe('luohu pack sign and verify', () => {
  beforeAll(async () => {
    await pack('keygen', '--out', key);
    await pack('sign', exampleCityFolder, '--key', key, '--out', signed);
  });

  /** Verifies the signed file with something in it changed. */
  async function verifyChanged(change: (file: Record<string, never>) => unknown) {
    const file = join(folder, 'changed.json');
    writeFileSync(file, JSON.stringify(change(JSON.parse(readFileSync(signed, 'utf8')))));
    return await pack('verify', file, '--keys', keys);
  }

  it('keeps the private key for its owner and never writes over it', async () => {
    expect(statSync(key).mode & 0o077).toBe(0);
    expect((await pack('keygen', '--out', key)).exitCode).toBe(1);
  });

  it('takes a pack that is whole', async () => {
    expect(await pack('verify', signed, '--keys', keys)).toMatchObject({
      exitCode: 0,
      output: { pack: 'example-city@2026.1', inForceFrom: '2026-07-01' },
    });
  });

  it.each([
    ['a changed text', (file: object) => replaced(file, '未满一年', '未满半年')],
    ['another date', (file: object) => ({ ...file, inForceFrom: '2026-01-01' })],
    ['another name', (file: object) => ({ ...file, pack: 'example-city@2027.1' })],
    [
      'a file slipped in',
      (file: { texts?: object }) => ({ ...file, texts: { ...file.texts, 'calendar.yaml': 'years: []' } }),
    ],
    ['a file taken out', (file: { texts?: object }) => ({ ...file, texts: {} })],
    [
      'another algorithm',
      (file: { signature?: object }) => ({ ...file, signature: { ...file.signature, algorithm: 'none' } }),
    ],
    [
      'another key',
      (file: { signature?: object }) => ({ ...file, signature: { ...file.signature, keyId: '0000000000000000' } }),
    ],
    ['an unknown member', (file: object) => ({ ...file, note: 'x' })],
  ])('refuses %s', async (_what, change) => {
    const result = await verifyChanged(change);
    expect(result.exitCode).toBe(1);
    expect(result.problems).not.toEqual([]);
  });

  it('refuses a pack signed by a stranger', async () => {
    const other = join(folder, 'other.pem');
    await pack('keygen', '--out', other);
    expect((await pack('verify', signed, '--keys', `${other}.keys.json`)).exitCode).toBe(1);
  });

  it('does not sign a pack that is refused', async () => {
    const city = changedCity('refused', 'materials.yaml', (text) =>
      text.replace('written application', 'homestead waiver'),
    );
    const result = await pack('sign', city, '--key', key, '--out', join(folder, 'never.json'));
    expect(result.exitCode).toBe(1);
    expect(result.problems.join()).toContain('article 10');
  });
});

function replaced(file: object, from: string, to: string): unknown {
  return JSON.parse(JSON.stringify(file).replaceAll(from, to));
}

describe('luohu guide', () => {
  it('prints the guide of a procedure as text or as JSON', async () => {
    const text = await guide(['death.cancel', '--pack', exampleCityFolder, '--language', 'zh']);
    expect(text.output).toContain('办理条件');
    const json = await guide(['death.cancel', '--pack', exampleCityFolder]);
    expect(JSON.parse(String(json.output))).toMatchObject({ procedure: 'death.cancel', pack: 'example-city@2026.1' });
  });

  it('ends with 2 for a procedure the pack does not have', async () => {
    expect((await guide(['settle.points', '--pack', exampleCityFolder])).exitCode).toBe(2);
  });
});
