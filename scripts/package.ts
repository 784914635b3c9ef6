import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { packageProgram } from './electron/package-program.ts';
import { startPackaged } from './electron/start-packaged.ts';
import { say } from './project.ts';

/**
 * `npm run package`: installers for this system into `dist/`, as electron-builder.yml says.
 * `-- --target dir`: only the folder with the program; `-- --platform win|linux`: for another system;
 * `-- --check`: afterwards starts the program of the folder until its login page can be used.
 */
async function packageAndCheck(): Promise<void> {
  const { values } = parseArgs({
    options: { target: { type: 'string' }, platform: { type: 'string' }, check: { type: 'boolean', default: false } },
  });
  const folder = await packageProgram({ isFolderOnly: values.target === 'dir', platform: values.platform ?? null });
  if (values.check) await startPackaged(join(folder, 'luohu'));
}

try {
  await packageAndCheck();
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
