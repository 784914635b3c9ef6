import { type FoundElectron, findElectron } from '../electron/find.ts';
import { type Say, say } from '../project.ts';
import { ensureDebianPackages } from './debian-packages.ts';
import { type Display, openDisplay } from './display.ts';

/** Everything a window needs on this computer: system libraries, an Electron, a screen. */
export interface Desktop {
  readonly electron: FoundElectron;
  readonly display: Display;
  /** The environment to start Electron in. */
  readonly env: NodeJS.ProcessEnv;
  /** What root must add to Electron's arguments: Chromium's sandbox refuses to be started by root. */
  readonly rootArguments: readonly string[];
}

/**
 * `size` of the screen, width × height in pixels, matters only where an Xvfb is started. The caller closes the display.
 * Tests, which open many, tell nobody which Electron and which screen they found: the stage before them has said so.
 */
export async function openDesktop(size?: string, tell: Say = say): Promise<Desktop> {
  await ensureDebianPackages('electron', ...(process.env.DISPLAY ? [] : (['screen'] as const)));
  const electron = await findElectron(tell);
  const display = await openDisplay(size, tell);
  const env: NodeJS.ProcessEnv = { ...process.env, DISPLAY: display.name };
  delete env.ELECTRON_RUN_AS_NODE;
  return { electron, display, env, rootArguments: process.getuid?.() === 0 ? ['--no-sandbox'] : [] };
}
