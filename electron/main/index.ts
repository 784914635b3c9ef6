import { mkdirSync } from 'node:fs';
import { app, dialog, Menu } from 'electron';
import { declarePageScheme } from './page-scheme.ts';
import { runProgram } from './program.ts';
import { readProgramArguments } from './program-arguments.ts';
import { describeThrown, openLog, type WriteLog } from './program-log.ts';
import { dataFolder, programPlaces } from './program-places.ts';
import { readSettings } from './settings.ts';
import { isLoginUsable } from './smoke.ts';

const args = readProgramArguments(process.argv.slice(1));
const dataDir = dataFolder(app.getPath('userData'), args.dataDir, args.isPractice);
mkdirSync(dataDir, { recursive: true, mode: 0o700 });
app.setPath('userData', dataDir);
app.setPath('sessionData', `${dataDir}/window`);

const cannotStart =
  '程序无法启动，数据未改动。检查数据文件夹中的 settings.json，或联系技术人员。\nThe program can not start; no data was changed. Check settings.json in the data folder, or ask the technician.';

/** One program per data folder: a second start only brings the first to the front. */
if (app.requestSingleInstanceLock()) startOrSay();
else app.exit(0);

function startOrSay(): void {
  const writeLog = openLog(dataDir);
  start(writeLog).catch((error) => {
    writeLog({ event: 'threw', ...describeThrown(error) });
    console.error('Luohu can not start', process.env.LUOHU_DEBUG ? error : '');
    if (!args.isSmoke) dialog.showErrorBox('落户 Luohu', cannotStart);
    app.exit(1);
  });
}

async function start(writeLog: WriteLog): Promise<void> {
  process.on('uncaughtException', (error) => writeLog({ event: 'threw', ...describeThrown(error) }));
  process.on('unhandledRejection', (error) => writeLog({ event: 'threw', ...describeThrown(error) }));
  declarePageScheme();
  Menu.setApplicationMenu(null);
  await app.whenReady();
  writeLog({ event: 'started', isPractice: args.isPractice, version: app.getVersion() });
  const program = await runProgram({
    args,
    settings: readSettings(dataDir),
    places: programPlaces(import.meta.dirname, app.isPackaged ? process.resourcesPath : null),
    dataDir,
    developmentServer: app.isPackaged ? null : (process.env.ELECTRON_RENDERER_URL ?? null),
    writeLog,
  });
  app.on('second-instance', () => program.windows.focusClerk());
  endWith(program.stop, () => writeLog({ event: 'stopped' }));
  if (args.isSmoke) await endAfterSmoke(program.windows.clerk());
}

/** The program ends when the clerk's window is closed, after the service has written what it has in hand. */
function endWith(stop: () => Promise<void>, onStopped: () => void): void {
  let isStopped = false;
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (isStopped) return;
    event.preventDefault();
    void stop().finally(() => {
      isStopped = true;
      onStopped();
      app.exit(Number(process.exitCode ?? 0));
    });
  });
}

async function endAfterSmoke(window: Electron.BrowserWindow | null): Promise<void> {
  const isUsable = window !== null && (await isLoginUsable(window));
  console.log(isUsable ? 'smoke: the login page can be used' : 'smoke: the login page did not come up');
  process.exitCode = isUsable ? 0 : 1;
  app.quit();
}
