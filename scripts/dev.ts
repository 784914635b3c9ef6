import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { openDesktop } from './machine/desktop.ts';
import { packageFolder, projectRoot, say } from './project.ts';
import { waitForProgram } from './run.ts';

/** `npm run dev`: the practice station with the pages reloading while they are edited, the program restarting when it is. */
async function develop(): Promise<number> {
  const { electron, display, env, rootArguments } = await openDesktop();
  try {
    const cli = join(packageFolder('electron-vite'), 'bin', 'electron-vite.js');
    const programArguments = [...rootArguments, '--practice', ...process.argv.slice(2)];
    const args = [cli, 'dev', '--watch', '--', ...programArguments];
    const child = spawn(process.execPath, args, {
      cwd: projectRoot,
      env: { ...env, ELECTRON_EXEC_PATH: electron.executable },
      stdio: 'inherit',
    });
    return await waitForProgram(child);
  } finally {
    display.close();
  }
}

try {
  process.exitCode = await develop();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
