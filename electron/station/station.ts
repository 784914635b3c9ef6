import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CallingWindow } from '../../shared/contract/endpoint.ts';
import type { Answer } from '../../shared/contract/errors.ts';
import type { News } from '../../shared/contract/news.ts';
import { todayIn } from '../../shared/domain/plain-date.ts';
import { findPoliceOrg } from '../../shared/domain/police-orgs.ts';
import { answerOfThrown } from './answer-of-thrown.ts';
import { confirmCase, conflictCase } from './cases/answers.ts';
import { Connection } from './connection.ts';
import type { ProgramFolders } from './folders.ts';
import { readPackFolder } from './policy/read-pack-folder.ts';
import { ensurePracticeOperators, practiceStation } from './practice.ts';
import { openFonts } from './print/font-shelf.ts';
import { loadForms } from './print/load-forms.ts';
import type { Program } from './program.ts';
import { openDatabase } from './store/database.ts';
import { createSync } from './sync/sync-loop.ts';

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
  /** Now in milliseconds since 1970; tests fix it. */
  readonly clock?: () => number;
}

/** The running service. */
export interface Station {
  connect(window: CallingWindow): Connection;
  onNews(listener: (news: News) => void): void;
  setRegistryUrl(url: string): void;
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

/** Pack, forms and fonts take 0.4 s to read; nobody has typed a password by then, and the login screen need not wait for them. */
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
  const sync = createSync({
    db: database,
    registryUrl: options.registryUrl,
    enrolCode: options.enrolCode ?? '',
    stationCode,
    clock,
    onNews: tell,
    onConfirmed: (_eventId, caseId) => confirmCase(program, caseId),
    onConflict: (_eventId, caseId, reason) => conflictCase(program, caseId, reason),
  });
  const pack = once(() => readPackFolder(options.folders.policyPack));
  const forms = once(() => mustHave(loadForms(options.folders.forms), 'forms'));
  const fonts = once(async () => mustHave(await openFonts(options.folders.fonts), 'fonts'));
  const now = (): string => new Date(clock()).toISOString();
  const program: Program = {
    database,
    stationCode,
    stationName: findPoliceOrg(stationCode)?.zh ?? stationCode,
    isPractice: options.isPractice,
    version: options.version,
    get pack() {
      return pack();
    },
    get forms() {
      return forms();
    },
    fonts,
    sync,
    now,
    today: () => todayIn(now()),
    tell,
    afterCommit: (act) => void setImmediate(act),
    applicantScreen: { caseId: null, documentId: null, asksSignature: false, before: [] },
  };
  sync.start();
  const warmUp = setTimeout(() => {
    Promise.all([pack, forms, fonts].map(async (read) => read())).catch(answerOfThrown);
  }, warmUpAfterMs);
  return {
    connect: (window) => new Connection(program, window),
    onNews: (listener) => void listeners.add(listener),
    setRegistryUrl: (url) => sync.setRegistryUrl(url),
    close: async () => {
      clearTimeout(warmUp);
      await sync.stop();
      database.close();
    },
  };
}
