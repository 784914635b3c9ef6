import { spawn } from 'node:child_process';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openDesktop } from '../../scripts/machine/desktop.ts';
import { projectRoot } from '../../scripts/project.ts';
import { Counter } from './counter.ts';
import { emptyFolder, nowhere } from './empty-folder.ts';
import { shown } from './look.ts';
import { type OpenedProgram, openProgram, toNobody } from './program.ts';

let program: OpenedProgram;
const dataDir = emptyFolder();

beforeAll(async () => {
  program = await openProgram({ dataDir, args: ['--registry', nowhere] });
}, 180_000);
afterAll(() => program?.close());

it('is one program for one data folder: a second start ends at once and well', async () => {
  const { electron, display, env, rootArguments } = await openDesktop(undefined, toNobody);
  const args = [projectRoot, ...rootArguments, '--practice', '--data', dataDir, '--registry', nowhere];
  const second = spawn(electron.executable, args, { env, stdio: 'ignore' });
  const code = await new Promise((resolve) => second.once('exit', resolve));
  display.close();
  expect(code).toBe(0);
  expect(program.app.windows()).toHaveLength(1);
}, 60_000);

it('works without ever having reached a registry, and says so', async () => {
  const counter = new Counter(program.clerk);
  await counter.logIn('li');
  await counter.newApplicant();
  await shown(counter.page.getByText('人口库：未连接').first());
}, 60_000);

it('brings a crashed page back with the operator still logged in', async () => {
  await program.app.evaluate(async ({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (!window) throw new Error('no window');
    const back = new Promise((resolve) => window.webContents.once('did-finish-load', () => resolve(null)));
    window.webContents.forcefullyCrashRenderer();
    await back;
  });
  const words = () =>
    program.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript('document.body.innerText'),
    );
  await expect.poll(words, { timeout: 20_000 }).toContain('李练习');
}, 60_000);

it('ends with all its processes when the clerk’s window is closed', async () => {
  const pid = program.app.process().pid ?? 0;
  const ended = new Promise((resolve) => program.app.process().once('exit', resolve));
  await program.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().at(0)?.close());
  expect(await ended).toBe(0);
  expect(() => process.kill(pid, 0)).toThrow();
}, 60_000);
