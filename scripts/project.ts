import { readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

export const projectRoot = join(import.meta.dirname, '..');

/** Where what is fetched or compiled once stays, outside the project and outside git. */
export function cacheFolder(): string {
  return process.env.LUOHU_CACHE ?? join(homedir(), '.cache', 'luohu');
}

export function packageFolder(name: string): string {
  return join(projectRoot, 'node_modules', name);
}

export function packageVersion(name: string): string {
  const { version } = JSON.parse(readFileSync(join(packageFolder(name), 'package.json'), 'utf8')) as {
    version: string;
  };
  return version;
}

/** To whom a line for the developer is told. */
export type Say = (line: string) => void;

/** Tells the developer one line, on stderr: stdout belongs to the program that is started. */
export function say(line: string): void {
  console.error(`[luohu] ${line}`);
}
