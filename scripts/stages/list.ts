import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildIfChanged } from '../build.ts';
import { findElectron } from '../electron/find.ts';
import { packageProgram } from '../electron/package-program.ts';
import { startPackaged } from '../electron/start-packaged.ts';
import { ensureDebianPackages } from '../machine/debian-packages.ts';
import { packageFolder, projectRoot } from '../project.ts';
import { run } from '../run.ts';
import { checkWalls } from '../walls/check.ts';
import { countTests } from './count-tests.ts';
import { type Counted, failedOne, passedOne, type Stage } from './stage.ts';

/** The stages of `npm test`, in their order. */
export const stages: readonly Stage[] = [
  { name: 'machine', run: prepareMachine },
  // On a new machine two minutes of one core, which nobody needs before the windows.
  { name: 'electron', needs: ['machine'], isBeside: true, run: prepareElectron },
  {
    name: 'lint',
    run: () => runTool('@biomejs/biome', 'bin/biome', 'ci', '--error-on-warnings', '--diagnostic-level=warn'),
  },
  { name: 'walls', run: findBreaches },
  { name: 'unused', run: () => runTool('knip', 'bin/knip.js', '--no-progress', '--no-config-hints') },
  { name: 'types', run: () => runTool('typescript', 'bin/tsc', '-p', 'tsconfig.json') },
  { name: 'build', run: build },
  { name: 'unit', run: () => runVitest('unit') },
  { name: 'integration', needs: ['machine'], run: () => runVitest('integration') },
  { name: 'e2e', needs: ['electron', 'build'], run: () => runVitest('e2e') },
  { name: 'package', needs: ['electron', 'build'], run: packageAndStart },
];

async function prepareMachine(): Promise<Counted> {
  await ensureDebianPackages('screen', 'electron', 'tests');
  return passedOne;
}

async function prepareElectron(): Promise<Counted> {
  const { version, isCarried } = await findElectron();
  console.log(`Electron ${version}${isCarried ? ', carried' : ''}; Node ${process.versions.node}`);
  return passedOne;
}

async function runTool(name: string, file: string, ...args: string[]): Promise<Counted> {
  const tool = join(packageFolder(name), file);
  const { code } = await run(process.execPath, [tool, ...args], { cwd: projectRoot, isShown: true });
  return code === 0 ? passedOne : failedOne;
}

async function findBreaches(): Promise<Counted> {
  const breaches = checkWalls(projectRoot);
  for (const breach of breaches) console.log(breach);
  return breaches.length === 0 ? passedOne : failedOne;
}

async function build(): Promise<Counted> {
  const { code, output } = await buildIfChanged();
  if (code !== 0) console.log(output);
  return code === 0 ? passedOne : failedOne;
}

async function runVitest(project: string): Promise<Counted> {
  const folder = mkdtempSync(join(tmpdir(), 'luohu-tests-'));
  const report = join(folder, 'report.json');
  try {
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    await runTool('vitest', 'vitest.mjs', 'run', '--project', project, ...reporters);
    return countTests(readFileSync(report, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function packageAndStart(): Promise<Counted> {
  await startPackaged(join(await packageProgram({ isFolderOnly: true, platform: null }), 'luohu'));
  return passedOne;
}
