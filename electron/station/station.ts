import { mkdirSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import type { CallingWindow } from '../../shared/contract/endpoint.ts';
import type { Answer } from '../../shared/contract/errors.ts';
import type { News } from '../../shared/contract/news.ts';
import { todayIn } from '../../shared/domain/plain-date.ts';
import { findPoliceOrg } from '../../shared/domain/police-orgs.ts';
import type { PrintPlaces } from '../../shared/domain/print-place.ts';
import { giveUpAmendment } from './amend/give-up.ts';
import { answerOfThrown } from './answer-of-thrown.ts';
import { printPlacesNow } from './calibration/choose-place.ts';
import { confirmCase, conflictCase } from './cases/answers.ts';
import { recoverCase } from './cases/recovered.ts';
import { recoverSettlement } from './conflicts/recovered.ts';
import { Connection } from './connection.ts';
import { Exchanges } from './exchange/exchanges.ts';
import type { ProgramFolders } from './folders.ts';
import { inquire } from './inquiries/inquire.ts';
import { takeAnswer } from './inquiries/take-answer.ts';
import { PackShelf } from './policy/pack-shelf.ts';
import { ensurePracticeOperators, practiceStation } from './practice.ts';
import { openFonts } from './print/font-shelf.ts';
import { operatorFontFolder, systemFontFolders } from './print/found-fonts.ts';
import { loadForms } from './print/load-forms.ts';
import { warmUpPrinting } from './print/warm-up.ts';
import type { Program } from './program.ts';
import { auditAnchoring } from './published/anchor-audit.ts';
import { packFetcher } from './published/fetch-packs.ts';
import { publishKeys } from './published/publish-keys.ts';
import { openDatabase } from './store/database.ts';
import { Sweeps } from './sweep/sweeps.ts';
import type { PushHooks } from './sync/push.ts';
import type { RecoveryHooks } from './sync/recover.ts';
import { createSync, deviceNameOf } from './sync/sync-loop.ts';
import type { FurtherStep } from './sync/sync-turn.ts';

export interface StationOptions {
  /** Where this computer keeps its data; made when absent. */
  readonly dataDir: string;
  readonly folders: ProgramFolders;
  /** Null only in practice mode, which has its own station. */
  readonly stationCode: string | null;
  readonly isPractice: boolean;
  /** Null: not known yet; setRegistryUrl tells it later. */
  readonly registryUrl: string | null;
  /** What the technician typed when this computer was set up; null: enrolled already. */
  readonly enrolCode: string | null;
  readonly version: string;
  /** What the settings file says; without it every form goes to the usual printer in full. What is chosen in the window goes before it. */
  readonly printPlaces?: PrintPlaces;
  /** Now in milliseconds since 1970; tests fix it. */
  readonly clock?: () => number;
}

/** The running service. */
export interface Station {
  connect(window: CallingWindow): Connection;
  onNews(listener: (news: News) => void): void;
  setRegistryUrl(url: string): void;
  /** Exchange by files, for the command line; windows use their calls. */
  readonly exchanges: Exchanges;
  close(): Promise<void>;
}

function mustHave<T>(answer: Answer<T>, what: string): T {
  if (!answer.ok) throw new Error(`${what}: ${answer.error.code} ${JSON.stringify(answer.error.details ?? {})}`);
  return answer.value;
}

/** Makes something when it is first asked for and keeps it. */
function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/**
 * Pack, forms and fonts take 0.4 s to read and the first print as long; nobody has typed a password by then, and the login
 * screen need not wait for them.
 */
const warmUpAfterMs = 700;

/**
 * Opens the station service on a data folder: database and synchronising at once, pack, forms and fonts a moment later.
 * @throws DatabaseNewer or DatabaseDamaged; the file is left alone.
 */
export async function openStation(options: StationOptions): Promise<Station> {
  mkdirSync(options.dataDir, { recursive: true });
  const database = openDatabase(join(options.dataDir, 'station.db'), options.folders.migrations);
  if (options.isPractice) ensurePracticeOperators(database);
  const stationCode = options.stationCode ?? practiceStation.code;
  const listeners = new Set<(news: News) => void>();
  const tell = (news: News): void => {
    for (const listener of listeners) listener(news);
  };
  const clock = options.clock ?? Date.now;
  const hooks: PushHooks & RecoveryHooks = {
    onConfirmed: (eventId, caseId) => confirmCase(program, eventId, caseId),
    onConflict: (eventId, caseId, reason) => {
      conflictCase(program, eventId, caseId, reason);
      giveUpAmendment(program, eventId, caseId, reason);
    },
    onRecovered: (event, outcome) => {
      recoverCase(program, event, outcome);
      recoverSettlement(program, event, outcome);
    },
  };
  const further: readonly FurtherStep[] = [
    (client) =>
      inquire({ database, tell, onAnswer: (asked, answered) => takeAnswer(program, asked, answered) }, client),
    (client) => publishKeys(program, client),
    auditAnchoring(() => program),
    packFetcher(() => program),
  ];
  const enrolCode = options.enrolCode ?? '';
  const sync = createSync({
    db: database,
    registryUrl: options.registryUrl,
    ...{ enrolCode, stationCode, clock, further, ...hooks },
    onNews: tell,
  });
  const exchanges = new Exchanges({
    program: () => program,
    ...{ dataDir: options.dataDir, enrolCode, deviceName: deviceNameOf(hostname()), hooks, further },
  });
  const sweeps = new Sweeps({ database, stationCode, clock, onNews: tell });
  const forms = once(() => mustHave(loadForms(options.folders.forms), 'forms'));
  const otherFonts = { operatorFolder: operatorFontFolder(options.dataDir), systemFolders: systemFontFolders() };
  const fonts = once(async () => mustHave(await openFonts(options.folders.fonts, otherFonts), 'fonts'));
  const now = (): string => new Date(clock()).toISOString();
  const today = (): string => todayIn(now());
  const packs = new PackShelf({
    builtIn: options.folders.policyPack,
    dataDir: options.dataDir,
    forms: () => forms().forms,
    today,
    onChange: () => tell({ topic: 'policy' }),
  });
  const program: Program = {
    database,
    stationCode,
    stationName: findPoliceOrg(stationCode)?.zh ?? stationCode,
    isPractice: options.isPractice,
    version: options.version,
    packs,
    get forms() {
      return { forms: packs.forms() };
    },
    fonts,
    get printPlaces() {
      return printPlacesNow(database, options.printPlaces ?? { usualPrinter: 'default', forms: {} });
    },
    sync,
    sweeps,
    exchanges,
    now,
    today,
    tell,
    afterCommit: (act) => void setImmediate(act),
    applicantScreen: { caseId: null, documentId: null, asksSignature: false, before: [] },
  };
  sync.start();
  sweeps.start();
  const warmUp = setTimeout(() => {
    Promise.all(
      [() => packs.inForce(), forms, async () => warmUpPrinting(await fonts())].map(async (read) => read()),
    ).catch(answerOfThrown);
  }, warmUpAfterMs);
  return {
    connect: (window) => new Connection(program, window),
    onNews: (listener) => void listeners.add(listener),
    setRegistryUrl: (url) => sync.setRegistryUrl(url),
    exchanges,
    close: async () => {
      clearTimeout(warmUp);
      exchanges.stop();
      await Promise.all([sync.stop(), sweeps.close()]);
      database.close();
    },
  };
}
