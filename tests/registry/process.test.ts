import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { registryCommand } from '../../electron/cli/registry.ts';
import { readRegistryArguments } from '../../registry/options.ts';
import { startRegistry } from '../../registry/server.ts';
import { hasPostgres, startPostgres } from '../fixtures/postgres.ts';
import { home, stationA } from '../fixtures/register-records.ts';
import { codes, enrolmentCodes, registryMigrations } from '../fixtures/registry-backends.ts';
import { TestDevice } from '../fixtures/registry-device.ts';

const entry = join(import.meta.dirname, '..', '..', 'registry', 'index.ts');
const room = /"level": ?"room"/;

describe('the registry as a process of its own', () => {
  let folder: string;
  let child: ChildProcess | null = null;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'luohu-registry-'));
  });
  afterEach(() => {
    child?.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  const start = async (): Promise<string> => {
    const args = ['--data', join(folder, 'data'), '--town', '300:1', '--enrol-code', `${codes.a}:${stationA}`];
    const started = spawn(process.execPath, [entry, ...args], { stdio: ['ignore', 'pipe', 'inherit'] });
    child = started;
    const first = await new Promise<string>((resolve, reject) => {
      createInterface({ input: started.stdout }).once('line', resolve);
      started.once('close', () => reject(new Error('ended before it was ready')));
    });
    const { ready, port } = JSON.parse(first);
    expect(ready).toBe(true);
    return `http://127.0.0.1:${port}`;
  };
  const end = (signal: NodeJS.Signals) =>
    new Promise<number | null>((resolve) => {
      child?.once('close', (code) => resolve(code));
      child?.kill(signal);
    });

  it('says when it is ready, fills itself once, ends cleanly when asked, and has everything after a kill', async () => {
    const device = await TestDevice.enrol(await start(), stationA, codes.a);
    const lines = (await (await device.signed('GET', '/v1/snapshot')).text()).trimEnd().split('\n');
    const addressId = JSON.parse(
      lines.find((line) => room.test(line) && !line.includes('"isFrozen": true')) ?? '{}',
    ).id;
    const event = device.event(await device.settling(addressId));
    expect(await device.pushOne(event)).toMatchObject({ outcome: 'confirmed' });
    await end('SIGKILL');

    const again = Object.assign(device, { url: await start() });
    expect(await again.pushOne(event)).toMatchObject({ outcome: 'confirmed' });
    expect(await again.head()).toBe(1);
    const after = (await (await again.signed('GET', '/v1/snapshot')).text()).trimEnd().split('\n');
    expect(after).toHaveLength(lines.length + 3);
    expect(await end('SIGTERM')).toBe(0);
  }, 90_000);

  it('listens on this computer only', async () => {
    const url = new URL(await start());
    await expect(fetch(`http://127.0.0.2:${url.port}/v1/health`)).rejects.toThrow();
  }, 60_000);

  it('says what is wrong with its command line', async () => {
    const said: string[] = [];
    expect(await registryCommand(['serve', '--enrol-code', 'abc'], { entry })).toBe(2);
    expect(await registryCommand(['fetch'], { write: (text) => said.push(text) })).toBe(2);
    expect(said.join('')).toContain('luohu registry serve');
    expect(() => readRegistryArguments(['--town', '10'], {})).toThrow('--town');
    expect(() => readRegistryArguments(['--port', '70000'], {})).toThrow('--port');
  });

  it('takes the environment’s database only when no other is named', () => {
    const environment = { DATABASE_URL: 'postgres://of-environment' };
    expect(readRegistryArguments([], environment).databaseUrl).toBe('postgres://of-environment');
    expect(readRegistryArguments(['--db', 'postgres://named'], environment).databaseUrl).toBe('postgres://named');
    expect(readRegistryArguments(['--data', 'folder'], environment).databaseUrl).toBeNull();
  });
});

describe.runIf(hasPostgres)('a registry whose PostgreSQL crashes', () => {
  it('keeps every event it confirmed and goes on when the server is back', async () => {
    const known = home(stationA, 1);
    const postgres = await startPostgres();
    const registry = await startRegistry({
      port: 0,
      migrations: registryMigrations,
      databaseUrl: await postgres.makeDatabase(),
      town: () => known.records,
      enrolmentCodes,
    });
    const device = await TestDevice.enrol(registry.url, stationA, codes.a);
    const event = device.event(await device.settling(known.at.addressId));
    const outcome = await device.pushOne(event);
    postgres.crash();
    await expect.poll(async () => (await fetch(`${registry.url}/v1/health`)).status, { timeout: 20_000 }).toBe(200);
    expect(await device.pushOne(event)).toEqual(outcome);
    expect(await device.pushOne(device.event(await device.settling(known.at.addressId)))).toMatchObject({
      outcome: 'confirmed',
    });
    await registry.stop();
    postgres.stop();
  }, 60_000);
});
