import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type ElectronApplication, _electron as electron, errors, type Page } from 'playwright-core';
import { buildIfChanged } from '../../scripts/build.ts';
import { type Desktop, openDesktop } from '../../scripts/machine/desktop.ts';
import { projectRoot } from '../../scripts/project.ts';
import { forgetFolder } from './empty-folder.ts';
import { killTree } from './process-tree.ts';

type Order = 'registry-off' | 'registry-on' | 'service-crash';

/** The started program: its windows, the practice trainer's hands, and ways to end it. */
export interface OpenedProgram {
  readonly app: ElectronApplication;
  readonly clerk: Page;
  readonly dataDir: string;
  /** Where practice mode prints to. */
  readonly printedDir: string;
  applicant(): Promise<Page>;
  order(order: Order): Promise<void>;
  /** Ends every process of it at once, as a cut power line does; the data stays. */
  kill(): Promise<void>;
  close(): Promise<void>;
}

interface Options {
  readonly dataDir: string;
  readonly args?: readonly string[];
  readonly isPractice?: boolean;
  readonly screen?: string;
}

/** Large enough for both windows. */
const screenSize = '1600x1000';
/** Which Electron and which screen there are has been said before the first of many programs. */
export const toNobody = (): void => undefined;
const startLimitMs = 30_000;
const orderLimitMs = 20_000;

/** Builds what has changed and starts the real program on a screen of its own. */
export async function openProgram(options: Options): Promise<OpenedProgram> {
  const built = await buildIfChanged();
  if (built.code !== 0) throw new Error(`the build failed\n${built.output}`);
  const desktop = await openDesktop(options.screen ?? screenSize, toNobody);
  const orders = join(options.dataDir, 'order.json');
  const app = await launch(desktop, options, orders);
  const clerk = await app.firstWindow();
  let orderCount = 0;
  return {
    app,
    clerk,
    dataDir: options.dataDir,
    printedDir: join(options.dataDir, 'practice', 'printed'),
    applicant: () => findApplicantWindow(app),
    order: async (order) => {
      orderCount += 1;
      await giveOrder(orders, orderCount, order);
    },
    kill: async () => {
      const gone = app.waitForEvent('close');
      killTree(app.process().pid);
      await gone;
      desktop.display.close();
    },
    close: async () => {
      await app.close();
      desktop.display.close();
      forgetFolder(options.dataDir);
    },
  };
}

/**
 * Now and then Playwright does not get hold of a program that has started: its log says that the window and the services are there, and Playwright
 * ends it when the time is over. It is started once more then, on the same data, as after any power cut.
 */
async function launch(desktop: Desktop, options: Options, orders: string): Promise<ElectronApplication> {
  try {
    return await launchOnce(desktop, options, orders);
  } catch (error) {
    if (!(error instanceof errors.TimeoutError)) throw error;
    return launchOnce(desktop, options, orders);
  }
}

function launchOnce(desktop: Desktop, { dataDir, args = [], isPractice = true }: Options, orders: string) {
  const mode = isPractice ? ['--practice'] : [];
  return electron.launch({
    executablePath: desktop.electron.executable,
    args: [projectRoot, ...desktop.rootArguments, ...mode, '--data', dataDir, ...args],
    env: { ...stringsOf(desktop.env), LUOHU_PRACTICE_CONTROL: orders, LANG: 'zh_CN.UTF-8' },
    timeout: startLimitMs,
  });
}

function stringsOf(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}

async function findApplicantWindow(app: ElectronApplication): Promise<Page> {
  const isApplicant = (page: Page) => page.url().endsWith('/applicant.html');
  return (
    app.windows().find(isApplicant) ??
    (await app.waitForEvent('window', { predicate: isApplicant, timeout: startLimitMs }))
  );
}

async function giveOrder(file: string, id: number, order: Order): Promise<void> {
  rmSync(`${file}.done`, { force: true });
  writeFileSync(file, JSON.stringify({ id, order }));
  const until = Date.now() + orderLimitMs;
  while (readDone(`${file}.done`) !== String(id)) {
    if (Date.now() > until) throw new Error(`the program did not carry out ${order}`);
    await wait(100);
  }
}

function readDone(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
