import { spawn } from 'node:child_process';
import { buildIfChanged } from './build.ts';
import { openDesktop } from './machine/desktop.ts';
import { projectRoot, say } from './project.ts';
import { waitForProgram } from './run.ts';

/** `npm start`: opens the program with a practice station inside. Further arguments go to the program. */
async function start(): Promise<number> {
  const { electron, display, env, rootArguments } = await openDesktop();
  try {
    const built = await buildIfChanged();
    if (built.code !== 0) throw new Error(`the build failed\n${built.output}`);
    const args = [projectRoot, ...rootArguments, '--practice', ...process.argv.slice(2)];
    return await waitForProgram(spawn(electron.executable, args, { env, stdio: 'inherit' }));
  } finally {
    display.close();
  }
}

try {
  process.exitCode = await start();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
