import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { app, dialog } from 'electron';
import type { News } from '../../shared/contract/news.ts';
import type { StationArguments } from '../station/messages.ts';
import { noReader } from './card-readers/no-reader.ts';
import { simulatedReader } from './card-readers/simulated-reader.ts';
import { type Gatekeeper, makeGatekeeper } from './gatekeeper.ts';
import { makeMainHandlers } from './main-handlers.ts';
import { obeyPracticeOrders } from './practice-control.ts';
import { openPrinters } from './printers/printers.ts';
import { silentWindow } from './printers/silent-window.ts';
import { type EarlyProcess, forkRegistry, forkStation } from './processes.ts';
import type { ProgramArguments } from './program-arguments.ts';
import type { WriteLog } from './program-log.ts';
import type { ProgramPlaces } from './program-places.ts';
import { RegistryProcess } from './registry-process.ts';
import { printPlacesOf, readSettings, type Settings } from './settings.ts';
import { StationProcess } from './station-process.ts';

/** What the services are started with. */
export interface Surroundings {
  readonly args: ProgramArguments;
  readonly places: ProgramPlaces;
  readonly dataDir: string;
  /** The station's process, started ahead of everything else. */
  readonly stationAhead: EarlyProcess;
  readonly tellWindows: (news: News) => void;
  readonly writeLog: WriteLog;
}

/** Everything behind the windows. */
export interface Services {
  /** Answers what a window asks. */
  readonly answer: Gatekeeper;
  stop(): Promise<void>;
}

/** The town of practice mode (inhabitants and seed) and the station that serves it: 南康派出所. */
const practiceTown = '20000:1';
const practiceStationCode = '220403010000';

/**
 * Starts the station service and, in practice mode, a registry of its own; waits for neither. Loaded only after the window has begun to
 * appear, because the contract takes longer to evaluate than a window to open. Throws when the settings of the computer are wrong.
 */
export function startServices(surroundings: Surroundings): Services {
  const { args, dataDir, tellWindows, writeLog } = surroundings;
  const settings = readSettings(dataDir);
  const hasOwnRegistry = args.isPractice && args.registryUrl === null;
  const enrolCode = hasOwnRegistry ? randomUUID() : (args.enrolCode ?? settings.enrolCode ?? null);
  const station = new StationProcess({
    fork: () => surroundings.stationAhead.take() ?? forkStation(surroundings.places),
    startWith: stationArguments(surroundings, settings, enrolCode),
    onNews: tellWindows,
    writeLog,
  });
  const registry = hasOwnRegistry
    ? makeRegistry(surroundings, station, `${enrolCode}:${stationCodeOf(args, settings)}`)
    : null;
  // After the station: on two cores the login page must not wait for a database server.
  void station.firstReady.then(() => registry?.start());
  station.start();
  return {
    answer: makeDoor(surroundings, settings, station),
    stop: async () => {
      await Promise.all([station.stop(), registry?.stop()]);
    },
  };
}

function makeDoor({ args, dataDir, writeLog }: Surroundings, settings: Settings, station: StationProcess): Gatekeeper {
  const callStation = station.call.bind(station);
  const mainHandlers = makeMainHandlers({
    callStation,
    printers: openPrinters(
      printPlacesOf(settings, args.isPractice).usualPrinter,
      join(dataDir, 'printed'),
      undefined,
      process.platform === 'win32' ? silentWindow : null,
    ),
    cardReader: args.isPractice ? simulatedReader(args.cardsDir) : noReader(),
    chooseFile,
    writeLog,
  });
  return makeGatekeeper({ callStation, mainHandlers, writeLog });
}

/** The system's own dialog for saving; what is there under that name may be replaced, as the dialog asks. */
async function chooseFile(suggestedName: string): Promise<string | null> {
  const { canceled, filePath } = await dialog.showSaveDialog({ defaultPath: suggestedName });
  return canceled || filePath === '' ? null : filePath;
}

function stationCodeOf({ stationCode, isPractice }: ProgramArguments, settings: Settings): string | null {
  return stationCode ?? settings.stationCode ?? (isPractice ? practiceStationCode : null);
}

function stationArguments(
  { args, places, dataDir }: Surroundings,
  settings: Settings,
  enrolCode: string | null,
): StationArguments {
  return {
    dataDir,
    folders: places.folders,
    stationCode: stationCodeOf(args, settings),
    isPractice: args.isPractice,
    registryUrl: args.registryUrl ?? settings.registryUrl ?? null,
    enrolCode,
    version: app.getVersion(),
    printPlaces: printPlacesOf(settings, args.isPractice),
  };
}

function makeRegistry({ places, dataDir, writeLog }: Surroundings, station: StationProcess, enrolment: string) {
  const registry = new RegistryProcess({
    fork: (port) =>
      forkRegistry(places, [
        ...['--port', String(port), '--data', join(dataDir, 'registry'), '--migrations', places.registryMigrations],
        ...['--town', practiceTown, '--enrol-code', enrolment, '--practice-offices'],
      ]),
    onReady: (url) => station.setRegistryUrl(url),
    writeLog,
  });
  const orders = process.env.LUOHU_PRACTICE_CONTROL;
  if (orders)
    obeyPracticeOrders(orders, {
      'registry-off': () => registry.stop(),
      'registry-on': () => registry.start(),
      'service-crash': () => station.crash(),
    });
  return registry;
}
