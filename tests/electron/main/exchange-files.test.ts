import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { saveExchangeFile } from '../../../electron/main/exchange-files.ts';
import type { CallStation } from '../../../electron/main/gatekeeper.ts';
import { done } from '../../../shared/contract/errors.ts';

const folder = mkdtempSync(join(tmpdir(), 'luohu-medium-'));
afterAll(() => rmSync(folder, { recursive: true }));

const state = {
  waiting: { count: 2, since: '2026-11-23T01:30:00.000Z' },
  nextFileName: '220403010000-abcdef-0003.luohu-exchange',
  ownFingerprint: '',
  trusted: [],
  files: [],
  running: null,
};
let made = 0;
beforeEach(() => {
  made = 0;
});
const station: CallStation = async (_window, endpoint) => {
  if (endpoint === 'exchange.state') return done(state);
  made += 1;
  return done({ fileName: state.nextFileName, file: new Uint8Array([1, 2, 3]), events: 2 });
};

describe('a file for the registry', () => {
  it('is written whole where the operator says, under the name that was suggested', async () => {
    const choose = async (name: string) => join(folder, name);
    const saved = await saveExchangeFile(station, 'clerk', choose);
    expect(saved).toEqual(done({ fileName: state.nextFileName, events: 2 }));
    expect([...readFileSync(join(folder, state.nextFileName))]).toEqual([1, 2, 3]);
    expect(readdirSync(folder)).toEqual([state.nextFileName]);
  });

  it('is not even made when the operator thinks better of it', async () => {
    expect(await saveExchangeFile(station, 'clerk', async () => null)).toEqual(done({ fileName: null, events: 0 }));
    expect(made).toBe(0);
  });

  it('is told to be missing when the medium was pulled out', async () => {
    const place = join(folder, 'gone', 'file.luohu-exchange');
    expect(await saveExchangeFile(station, 'clerk', async () => place)).toMatchObject({
      error: { code: 'EXCHANGE_NOT_WRITTEN' },
    });
    expect(existsSync(place)).toBe(false);
  });
});
