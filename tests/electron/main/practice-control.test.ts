import { mkdtempSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { obeyPracticeOrders } from '../../../electron/main/practice-control.ts';

it('carries out each order of the practice control file once and says when it is done', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'luohu-')), 'order.json');
  const did: string[] = [];
  const stop = obeyPracticeOrders(file, {
    'registry-off': () => void did.push('off'),
    'registry-on': () => void did.push('on'),
    'service-crash': () => void did.push('crash'),
  });
  const order = async (id: number, what: string) => {
    writeFileSync(file, JSON.stringify({ id, order: what }));
    await vi.waitFor(async () => expect(await readFile(`${file}.done`, 'utf8')).toBe(String(id)), { timeout: 10_000 });
  };
  await order(1, 'registry-off');
  await order(2, 'registry-on');
  stop();
  expect(did).toEqual(['off', 'on']);
});
