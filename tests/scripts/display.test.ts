import { execFileSync } from 'node:child_process';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDisplay } from '../../scripts/machine/display.ts';

const own = process.env.DISPLAY;

beforeEach(() => {
  delete process.env.DISPLAY;
});

afterEach(() => {
  if (own !== undefined) process.env.DISPLAY = own;
});

const isListening = (name: string) => {
  const sockets = execFileSync('cat', ['/proc/net/unix'], { encoding: 'utf8' });
  return sockets.includes(`/tmp/.X11-unix/X${name.slice(1)}\n`);
};

describe.runIf(process.platform === 'linux')('the screen', () => {
  it('is the one of this session where there is one', async () => {
    process.env.DISPLAY = ':77';
    expect((await openDisplay()).name).toBe(':77');
  });

  it('is an Xvfb of its own otherwise, which ends when it is closed', async () => {
    const first = await openDisplay();
    const second = await openDisplay('1600x900');
    expect(first.name).toMatch(/^:\d+$/);
    expect(second.name).not.toBe(first.name);
    expect(isListening(second.name)).toBe(true);
    first.close();
    second.close();
    await expect.poll(() => isListening(second.name), { timeout: 10_000 }).toBe(false);
  });
});
