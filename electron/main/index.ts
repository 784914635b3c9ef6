import { mkdirSync } from 'node:fs';
import { app, dialog, ipcMain, Menu, session } from 'electron';
import { appOrigin } from './page-files.ts';
import { declarePageScheme, servePages } from './page-scheme.ts';
import { lockSession, originOf } from './permissions.ts';
import { forkStationAhead } from './processes.ts';
import { readProgramArguments } from './program-arguments.ts';
import { describeThrown, openLog } from './program-log.ts';
import { dataFolder, type ProgramPlaces, programPlaces } from './program-places.ts';
import { isLoginUsable } from './smoke.ts';
import { Windows } from './windows.ts';

const cannotStart =
  '程序无法启动，数据未改动。检查数据文件夹中的 settings.json，或联系技术人员。\nThe program can not start; no data was changed. Check settings.json in the data folder, or ask the technician.';

const args = readProgramArguments(process.argv.slice(1));
const dataDir = dataFolder(app.getPath('userData'), args.dataDir, args.isPractice);
mkdirSync(dataDir, { recursive: true, mode: 0o700 });
app.setPath('userData', dataDir);
app.setPath('sessionData', `${dataDir}/window`);
const log = openLog(dataDir);

/** One program per data folder: a second start only brings the first to the front. */
if (app.requestSingleInstanceLock()) start().catch(sayThatItCannot);
else app.exit(0);

/** The window comes first; what it asks waits for the services, which are loaded and started while its page is painted. */
async function start(): Promise<void> {
  process.on('uncaughtException', (error) => log.write({ event: 'threw', ...describeThrown(error) }));
  process.on('unhandledRejection', (error) => log.write({ event: 'threw', ...describeThrown(error) }));
  declarePageScheme();
  Menu.setApplicationMenu(null);
  await app.whenReady();
  log.write({ event: 'started', isPractice: args.isPractice, version: app.getVersion() });
  const places = programPlaces(import.meta.dirname, app.isPackaged ? process.resourcesPath : null);
  const windows = openWindows(places);
  const services = loadServices(places, windows);
  ipcMain.handle('luohu:call', async (event, message: unknown) => {
    const sender = windows.findSender(event);
    return (await services).answer(sender, message);
  });
  endWithWindow(async () => (await services).stop());
  if (args.isSmoke) void endAfterSmoke(windows);
  await services;
}

function openWindows(places: ProgramPlaces): Windows {
  const developmentServer = app.isPackaged ? null : (process.env.ELECTRON_RENDERER_URL ?? null);
  const pages = { clerk: 'index.html', applicant: 'applicant.html' } as const;
  lockSession(session.defaultSession, originsOf(developmentServer), log.write);
  servePages(session.defaultSession, places.pages);
  const windows = new Windows({
    preload: places.preload,
    pageAddress: (window) => new URL(pages[window], `${developmentServer ?? appOrigin}/`).href,
    hasDevTools: developmentServer !== null,
    showsApplicantWindow: args.showsApplicantWindow,
    writeLog: log.write,
  });
  windows.openClerk();
  app.on('second-instance', () => windows.focusClerk());
  return windows;
}

async function loadServices(places: ProgramPlaces, windows: Windows) {
  const stationAhead = forkStationAhead(places);
  const { startServices } = await import('./services.ts');
  return startServices({
    args,
    places,
    dataDir,
    stationAhead,
    tellWindows: (news) => windows.tell(news),
    writeLog: log.write,
  });
}

/** The program ends when the clerk's window is closed, after the service has written what it has in hand. */
function endWithWindow(stop: () => Promise<void>): void {
  let isStopped = false;
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (isStopped) return;
    event.preventDefault();
    void stop()
      .then(() => log.write({ event: 'stopped' }))
      .then(log.flush)
      .finally(() => {
        isStopped = true;
        app.exit(Number(process.exitCode ?? 0));
      });
  });
}

/** Where pages come from while they are being written: the development server and its line for changed pages; nothing otherwise. */
function originsOf(developmentServer: string | null): string[] {
  if (developmentServer === null) return [];
  const origin = originOf(developmentServer);
  return [origin, origin.replace(/^http/, 'ws')];
}

async function endAfterSmoke(windows: Windows): Promise<void> {
  const window = windows.clerk();
  const isUsable = window !== null && (await isLoginUsable(window));
  console.log(isUsable ? 'smoke: the login page can be used' : 'smoke: the login page did not come up');
  process.exitCode = isUsable ? 0 : 1;
  app.quit();
}

async function sayThatItCannot(error: unknown): Promise<void> {
  log.write({ event: 'threw', ...describeThrown(error) });
  console.error('Luohu can not start', process.env.LUOHU_DEBUG ? error : '');
  await log.flush();
  if (!args.isSmoke) dialog.showErrorBox('落户 Luohu', cannotStart);
  app.exit(1);
}
