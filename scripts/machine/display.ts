import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { type Say, say } from '../project.ts';

/** A screen to show windows on: its name for DISPLAY, and how to give it back. */
export interface Display {
  readonly name: string;
  close(): void;
}

const startLimitMs = 15_000;

/**
 * The screen of this session, or an Xvfb on a free number when a Linux machine has none. The Xvfb ends with `close` or with
 * this process. `size` is width × height in pixels; the smallest screen of a police station is the default. `tell` hears of an Xvfb.
 */
export async function openDisplay(size = '1366x768', tell: Say = say): Promise<Display> {
  const own = process.env.DISPLAY ?? '';
  if (process.platform !== 'linux' || own !== '') return { name: own, close: () => undefined };
  const args = ['-displayfd', '3', '-screen', '0', `${size}x24`, '-nolisten', 'tcp', '-noreset'];
  const server = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'], detached: true });
  const close = () => void server.kill();
  process.once('exit', close);
  const number = await readDisplayNumber(server.stdio[3] as Readable, (fail) => server.once('error', fail));
  server.unref();
  tell(`no display: using Xvfb :${number} (${size})`);
  return {
    name: `:${number}`,
    close: () => {
      process.off('exit', close);
      close();
    },
  };
}

/** Xvfb writes the number it found free, and a newline, once it listens. */
function readDisplayNumber(pipe: Readable, onError: (fail: (error: Error) => void) => void): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('Xvfb does not start')), startLimitMs);
    const settle = (act: () => void) => {
      clearTimeout(timer);
      pipe.destroy();
      act();
    };
    let text = '';
    onError((error) => settle(() => reject(error)));
    pipe.once('end', () => settle(() => reject(new Error('Xvfb ended at once'))));
    pipe.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
      if (text.endsWith('\n')) settle(() => resolve(text.trim()));
    });
  });
}
