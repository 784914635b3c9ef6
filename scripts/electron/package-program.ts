import { dirname, join } from 'node:path';
import { buildIfChanged } from '../build.ts';
import { packageFolder, projectRoot, say } from '../project.ts';
import { runOrThrow } from '../run.ts';
import { removeBinding } from './binding.ts';
import { findElectron } from './find.ts';

interface PackageOptions {
  /** The folder with the program in it and no installer: all that can be made without fetching tools from outside. */
  readonly isFolderOnly: boolean;
  /** `win`, `linux` or `mac`; null is this system. */
  readonly platform: string | null;
}

/**
 * Packages the program into `dist/` and returns the folder with the unpacked program for this system. The carried Electron
 * is put in for a test of the folder only: a program for others is made with the Electron of package.json or not at all.
 */
export async function packageProgram({ isFolderOnly, platform }: PackageOptions): Promise<string> {
  const electron = await findElectron();
  if (electron.isCarried && !isFolderOnly) {
    throw new Error(
      'Electron could not be downloaded, and a program for others never holds the carried one: package on a computer that reaches the downloads, or try `--target dir`.',
    );
  }
  if (!electron.isCarried) removeBinding();
  const built = await buildIfChanged();
  if (built.code !== 0) throw new Error(`the build failed\n${built.output}`);
  const isThisSystem = platform === null || platform === hostPlatform();
  const cli = join(packageFolder('electron-builder'), 'out', 'cli', 'cli.js');
  const args = [cli, '--publish', 'never', `-c.electronVersion=${electron.version}`];
  // For this system the Electron that was found is taken; electron-builder downloads the others itself.
  if (isThisSystem) args.push(`-c.electronDist=${dirname(electron.executable)}`);
  if (platform) args.push(`--${platform}`);
  if (isFolderOnly) args.push('--dir');
  if (electron.isCarried)
    say(`the packaged program holds the carried Electron ${electron.version}: for this test only`);
  await runOrThrow(process.execPath, args, { cwd: projectRoot, env: { ...process.env, CI: 'true' } });
  return join(projectRoot, 'dist', unpackedName());
}

function hostPlatform(): string {
  return process.platform === 'win32' ? 'win' : process.platform === 'darwin' ? 'mac' : 'linux';
}

function unpackedName(): string {
  return `${hostPlatform()}${process.arch === 'x64' ? '' : `-${process.arch}`}-unpacked`;
}
