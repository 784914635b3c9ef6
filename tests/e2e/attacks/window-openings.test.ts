import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyFolder, nowhere } from '../empty-folder.ts';
import { type OpenedProgram, openProgram } from '../program.ts';

/** Fake devices, so that a refusal is a refusal and not a missing camera. */
const args = ['--registry', nowhere, '--applicant-window', '--use-fake-device-for-media-stream'];
const home = 'app://luohu/index.html';
let program: OpenedProgram;

beforeAll(async () => {
  program = await openProgram({ dataDir: emptyFolder(), args });
  await program.clerk.waitForLoadState('load');
}, 180_000);
afterAll(() => program?.close());

describe('a page of ours that has been taken over', () => {
  it('opens no window', async () => {
    await program.applicant();
    const opened = await program.clerk.evaluate(() => String(window.open('https://example.org', '_blank')));
    expect(opened).toBe('null');
    expect(program.app.windows()).toHaveLength(2);
  });

  it.each([
    'https://example.org/',
    'file:///etc/passwd',
    'app://other/index.html',
    'app://luohu/applicant.html',
    'data:text/html,x',
  ])('goes nowhere: %s', async (address) => {
    await program.clerk.evaluate((to) => {
      location.href = to;
    }, address);
    await program.clerk.waitForTimeout(300);
    expect(program.clerk.url().split('#')[0]).toBe(home);
  });

  it('reaches no address outside the program', async () => {
    for (const address of ['https://example.org/', 'http://127.0.0.1:9/', 'file:///etc/passwd', 'ws://127.0.0.1:9/'])
      expect(await program.clerk.evaluate((to) => fetch(to).then(String, () => 'refused'), address)).toBe('refused');
  });

  it('runs no text as program and no script from elsewhere', async () => {
    const ran = await program.clerk.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "taken"';
      document.body.append(script);
      return document.title;
    });
    expect(ran).not.toBe('taken');
  });

  it('has no Node and nothing of Electron but the two functions of the bridge', async () => {
    const found = await program.clerk.evaluate(() => ({
      node: ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter((name) => name in window),
      bridge: Object.keys(window.luohu).sort(),
    }));
    expect(found).toEqual({ node: [], bridge: ['call', 'onNews'] });
  });

  it('gets the camera and nothing else', async () => {
    const ask = (wish: MediaStreamConstraints) =>
      program.clerk.evaluate(
        (constraints) =>
          navigator.mediaDevices.getUserMedia(constraints).then(
            (stream) =>
              stream
                .getTracks()
                .map((track) => track.kind)
                .join(),
            (error: Error) => error.name,
          ),
        wish,
      );
    expect(await ask({ video: true })).toBe('video');
    expect(await ask({ audio: true })).toBe('NotAllowedError');
    expect(await ask({ audio: true, video: true })).toBe('NotAllowedError');
  });

  it.each(['geolocation', 'notifications', 'midi', 'persistent-storage'] as const)('is not given %s', async (name) => {
    const state = await program.clerk.evaluate(
      (wish) => navigator.permissions.query({ name: wish }).then((each) => each.state),
      name as PermissionName,
    );
    expect(state).toBe('denied');
  });
});
