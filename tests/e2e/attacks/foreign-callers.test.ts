import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectRoot } from '../../../scripts/project.ts';
import { contract } from '../../../shared/contract/index.ts';
import { emptyFolder, nowhere } from '../empty-folder.ts';
import { type OpenedProgram, openProgram } from '../program.ts';

let program: OpenedProgram;

beforeAll(async () => {
  program = await openProgram({ dataDir: emptyFolder(), args: ['--registry', nowhere, '--applicant-window'] });
  await program.clerk.waitForLoadState('load');
}, 180_000);
afterAll(() => program?.close());

const refused = { ok: false, error: { code: 'CALLER_REFUSED' } };

describe('calls that must not pass', () => {
  it('refuses the applicant’s window every endpoint of the clerk', async () => {
    const applicant = await program.applicant();
    await applicant.waitForLoadState('load');
    const forClerk = Object.entries(contract).filter(([, { windows }]) => !windows.includes('applicant'));
    const answers = await applicant.evaluate(
      (names) => Promise.all(names.map((name) => window.luohu.call(name, {}))),
      forClerk.map(([name]) => name),
    );
    expect(answers.length).toBeGreaterThan(20);
    for (const answer of answers) expect(answer).toEqual(refused);
  });

  it.each(['case.drop', '__proto__', 'constructor', 'sqlite.exec'])('knows no endpoint «%s»', async (endpoint) => {
    const answer = await program.clerk.evaluate((name) => window.luohu.call(name, {}), endpoint);
    expect(answer).toEqual({ ok: false, error: { code: 'ENDPOINT_UNKNOWN' } });
  });

  it('refuses calls of the counter before anybody has logged in', async () => {
    const answer = await program.clerk.evaluate(() => window.luohu.call('case.list', { queue: 'all' }));
    expect(answer).toEqual({ ok: false, error: { code: 'SESSION_REQUIRED' } });
  });

  it('refuses a foreign page even when it got hold of our preload', async () => {
    const answer = await program.app.evaluate(
      async ({ BrowserWindow }, preload) => {
        const foreign = new BrowserWindow({ show: false, webPreferences: { preload, sandbox: true } });
        await foreign.loadURL('data:text/html,<p>foreign</p>');
        const got: unknown = await foreign.webContents.executeJavaScript("window.luohu.call('station.state', {})");
        foreign.destroy();
        return got;
      },
      join(projectRoot, 'out', 'preload', 'index.cjs'),
    );
    expect(answer).toEqual(refused);
  });

  it('gives a frame inside a page no bridge of its own', async () => {
    const hasBridge = await program.clerk.evaluate(async () => {
      const frame = document.createElement('iframe');
      frame.srcdoc = '<p>frame</p>';
      document.body.append(frame);
      await new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
      return frame.contentWindow !== null && 'luohu' in frame.contentWindow;
    });
    expect(hasBridge).toBe(false);
  });
});
