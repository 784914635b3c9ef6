import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openReader } from '../../../electron/station/store/database.ts';
import { hasPostgres, makeSharedDatabase } from '../../fixtures/postgres.ts';

const program = join(import.meta.dirname, '..', '..', '..', 'electron', 'cli', 'luohu.ts');
const station = '220403010000';
const persons = 2000;

interface Ended {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly output: Readonly<Record<string, unknown>>;
}

function start(...args: string[]): ChildProcess {
  return spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
}

async function ended(child: ChildProcess): Promise<Ended> {
  const over = new Promise<Pick<Ended, 'exitCode' | 'signal'>>((resolve) =>
    child.once('close', (exitCode, signal) => resolve({ exitCode, signal })),
  );
  const [said, ending] = await Promise.all([child.stdout ? text(child.stdout) : '', over]);
  return { ...ending, output: said === '' ? {} : JSON.parse(said) };
}

const luohu = (...args: string[]) => ended(start(...args));

/** A command that has to do what it was asked. */
async function must(...args: string[]): Promise<Ended['output']> {
  const { exitCode, output } = await luohu(...args);
  if (exitCode !== 0) throw new Error(`${args.slice(0, 2).join(' ')}: ${exitCode} ${JSON.stringify(output)}`);
  return output;
}

describe.runIf(hasPostgres)('files by the command line, as a technician without a window carries them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'luohu-by-hand-'));
  const at = (name: string) => join(folder, name);
  const data = at('station');
  let registry: readonly string[];

  beforeAll(async () => {
    mkdirSync(data);
    const database = ['--db', (await makeSharedDatabase()) ?? ''];
    registry = [...database, '--town', `${persons}:11`, '--enrol-code', `by-hand:${station}:city`];
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const peopleInCopy = (): number => {
    const database = openReader(join(data, 'station.db'));
    try {
      return Number(database.prepare('SELECT count(*) FROM search_persons').pluck().get());
    } finally {
      database.close();
    }
  };
  const trust = async (keys: string, fingerprint: unknown) =>
    luohu('exchange', 'trust', keys, '--data', data, '--fingerprint', String(fingerprint));
  const request = (out: string) =>
    must('exchange', 'export', '--data', data, '--out', at(out), '--station', station, '--enrol-code', 'by-hand');
  const answer = (file: string, out: string) => must('registry', 'exchange', at(file), '--out', at(out), ...registry);
  const take = (file: string) => luohu('exchange', 'import', at(file), '--data', data, '--station', station);

  it('says what is missing before the keys are there, and takes them only with the right fingerprint', async () => {
    const early = await luohu('exchange', 'export', '--data', data, '--out', at('x'), '--station', station);
    expect(early).toMatchObject({ exitCode: 1, output: { refused: 'EXCHANGE_NO_KEYS' } });
    await must('exchange', 'keys', '--data', data, '--out', at('station.luohu-keys'), '--station', station);
    const { fingerprint } = await must('registry', 'keys', '--out', at('registry.luohu-keys'), ...registry);
    expect(await trust(at('registry.luohu-keys'), '0000 0000')).toMatchObject({ exitCode: 1 });
    expect(await trust(at('registry.luohu-keys'), fingerprint)).toMatchObject({ exitCode: 0 });
  }, 60_000);

  it('fills a copy from one file out and one file in, killed in the middle of taking it as often as it is', async () => {
    expect(await request('one')).toMatchObject({ events: 0 });
    await answer('one', 'one-answered');
    for (const afterMs of [1000, 1700]) {
      const child = start('exchange', 'import', at('one-answered'), '--data', data, '--station', station);
      const over = ended(child);
      await Promise.race([over, setTimeout(afterMs)]);
      child.kill('SIGKILL');
      await over;
    }
    for (const _again of [1, 2]) {
      expect(await take('one-answered')).toMatchObject({ exitCode: 0 });
      expect(peopleInCopy()).toBe(persons);
    }
  }, 120_000);

  it('refuses a file with a changed byte, and changes nothing', async () => {
    const bytes = readFileSync(at('one-answered'));
    bytes[bytes.length - 40] = (bytes[bytes.length - 40] ?? 0) ^ 1;
    writeFileSync(at('altered'), bytes);
    expect(await take('altered')).toMatchObject({ exitCode: 1, output: { refused: 'EXCHANGE_ALTERED' } });
  }, 60_000);

  it('follows a registry to its new keys by the word of the old ones, and to no others', async () => {
    const { fingerprint } = await must('registry', 'keys', '--out', at('renewed'), '--renew', ...registry);
    expect(await trust(at('registry.luohu-keys'), fingerprint)).toMatchObject({ exitCode: 1 });
    expect(await trust(at('renewed'), fingerprint)).toMatchObject({ exitCode: 0 });
    await request('by-new-keys');
  }, 60_000);
});
