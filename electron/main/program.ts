import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { app, ipcMain, session, utilityProcess } from 'electron';
import type { StationArguments } from '../station/messages.ts';
import { noReader } from './card-readers/no-reader.ts';
import { simulatedReader } from './card-readers/simulated-reader.ts';
import { makeGatekeeper } from './gatekeeper.ts';
import { makeMainHandlers } from './main-handlers.ts';
import { appOrigin } from './page-files.ts';
import { servePages } from './page-scheme.ts';
import { lockSession, originOf } from './permissions.ts';
import { obeyPracticeOrders } from './practice-control.ts';
import { cupsPrinter } from './printers/cups-printer.ts';
import { folderPrinter } from './printers/folder-printer.ts';
import type { Printer } from './printers/printer.ts';
import type { ProgramArguments } from './program-arguments.ts';
import type { WriteLog } from './program-log.ts';
import type { ProgramPlaces } from './program-places.ts';
import { RegistryProcess } from './registry-process.ts';
import type { Settings } from './settings.ts';
import { StationProcess } from './station-process.ts';
import { Windows } from './windows.ts';

interface Surroundings {
  readonly args: ProgramArguments;
  readonly settings: Settings;
  readonly places: ProgramPlaces;
  readonly dataDir: string;
  readonly developmentServer: string | null;
  readonly writeLog: WriteLog;
}

/** The town of practice mode: inhabitants and seed. */
const practiceTown = '20000:1';

/** Everything that runs while the program runs. */
export interface RunningProgram {
  readonly windows: Windows;
  readonly station: StationProcess;
  stop(): Promise<void>;
}

/** Starts service and registry and shows the window without waiting for either. Electron has to be ready. */
export async function runProgram(surroundings: Surroundings): Promise<RunningProgram> {
  const { args, places, writeLog, developmentServer } = surroundings;
  const hasOwnRegistry = args.isPractice && args.registryUrl === null;
  const enrolCode = hasOwnRegistry ? randomUUID() : (args.enrolCode ?? surroundings.settings.enrolCode ?? null);
  const windows = makeWindows(surroundings);
  const station = new StationProcess({
    fork: () => forkStation(surroundings, enrolCode),
    onNews: (news) => windows.tell(news),
    writeLog,
  });
  station.start();
  lockSession(session.defaultSession, developmentServer ? [originOf(developmentServer)] : [], writeLog);
  await servePages(session.defaultSession, places.pages);
  listenToWindows(surroundings, windows, station);
  windows.openClerk();
  const registry = hasOwnRegistry && enrolCode ? startRegistry(surroundings, station, enrolCode) : null;
  return {
    windows,
    station,
    stop: async () => {
      await Promise.all([station.stop(), registry?.stop()]);
    },
  };
}

function makeWindows({ args, places, developmentServer, writeLog }: Surroundings): Windows {
  const pages = { clerk: 'index.html', applicant: 'applicant.html' } as const;
  return new Windows({
    preload: places.preload,
    pageAddress: (window) => new URL(pages[window], `${developmentServer ?? appOrigin}/`).href,
    hasDevTools: developmentServer !== null,
    showsApplicantWindow: args.showsApplicantWindow,
    writeLog,
  });
}

function listenToWindows(surroundings: Surroundings, windows: Windows, station: StationProcess): void {
  const { args, writeLog } = surroundings;
  const callStation = station.call.bind(station);
  const mainHandlers = makeMainHandlers({
    callStation,
    printer: choosePrinter(surroundings),
    cardReader: args.isPractice ? simulatedReader(args.cardsDir) : noReader(),
    writeLog,
  });
  const answer = makeGatekeeper({ callStation, mainHandlers, writeLog });
  ipcMain.handle('luohu:call', (event, message: unknown) => answer(windows.findSender(event), message));
}

/** Practice prints into a folder unless the settings name a printer. */
function choosePrinter({ settings, dataDir, args }: Surroundings): Printer {
  const chosen = settings.printer ?? (args.isPractice ? { kind: 'folder' as const } : { kind: 'cups' as const });
  return chosen.kind === 'folder' ? folderPrinter(join(dataDir, 'printed')) : cupsPrinter(chosen.queue ?? null);
}

function forkStation({ args, settings, places, dataDir }: Surroundings, enrolCode: string | null) {
  const stationArguments: StationArguments = {
    dataDir,
    folders: places.folders,
    stationCode: args.stationCode ?? settings.stationCode ?? null,
    isPractice: args.isPractice,
    registryUrl: args.registryUrl ?? settings.registryUrl ?? null,
    enrolCode,
    version: app.getVersion(),
  };
  return utilityProcess.fork(places.station, [JSON.stringify(stationArguments)], {
    serviceName: 'Luohu station',
    stdio: 'inherit',
  });
}

function startRegistry({ places, dataDir, writeLog }: Surroundings, station: StationProcess, enrolCode: string) {
  const registry = new RegistryProcess({
    fork: (port) =>
      utilityProcess.fork(
        places.registry,
        [
          ...['--port', String(port), '--data', join(dataDir, 'registry'), '--migrations', places.registryMigrations],
          ...['--town', practiceTown, '--enrol-code', enrolCode],
        ],
        { serviceName: 'Luohu practice registry', stdio: 'inherit' },
      ),
    onReady: (url) => station.setRegistryUrl(url),
    writeLog,
  });
  registry.start();
  const orders = process.env.LUOHU_PRACTICE_CONTROL;
  if (orders)
    obeyPracticeOrders(orders, {
      'registry-off': () => registry.stop(),
      'registry-on': () => registry.start(),
      'service-crash': () => station.crash(),
    });
  return registry;
}
