import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { oneAtATime } from '../../scripts/machine/one-at-a-time.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'luohu-lock-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('work under a lock', () => {
  it('is done by one after the other', async () => {
    const lock = join(folder, 'lock');
    const steps: string[] = [];
    const work = async (name: string) => {
      steps.push(`${name} begins`);
      await wait(30);
      steps.push(`${name} ends`);
    };
    await Promise.all(['first', 'second'].map((name) => oneAtATime(lock, () => work(name))));
    expect(steps).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
  });

  it('takes the lock over from a process that has died', async () => {
    const lock = join(folder, 'lock');
    const noProcess = 2 ** 22 + 1;
    writeFileSync(lock, String(noProcess));
    expect(await oneAtATime(lock, async () => 'done')).toBe('done');
  });

  it('gives the lock back when it fails', async () => {
    const lock = join(folder, 'lock');
    await expect(oneAtATime(lock, () => Promise.reject(new Error('no room')))).rejects.toThrow('no room');
    expect(await oneAtATime(lock, async () => 'done')).toBe('done');
  });
});
