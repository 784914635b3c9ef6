import type { ChildProcess } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { hashSync } from '@node-rs/argon2';
import { uuidv7 } from 'uuidv7';
import { StationProcess } from '../../../electron/main/station-process.ts';
import { checkoutFolders } from '../../../electron/station/folders.ts';
import { openDatabase } from '../../../electron/station/store/database.ts';
import { addOperator } from '../../../electron/station/store/operators.ts';
import { codeOf } from '../../chaos/chaos-registry.ts';
import type { CounterPlace } from '../../chaos/chaos-station.ts';
import { type Desk, deskOf } from '../../fixtures/counter.ts';
import type { Guard } from './guard.ts';
import type { Parts } from './parts.ts';

const folders = checkoutFolders(join(import.meta.dirname, '..', '..', '..'));
/** Of every account here. */
export const password = 'lianxi';
const operators = [
  { login: 'li', name: '李试验', role: 'clerk' },
  { login: 'suo', name: '孙试验', role: 'chief' },
] as const;

/** Accounts whose passwords cost next to nothing to check: they log in after every start. */
function addOperators(file: string): void {
  const database = openDatabase(file, folders.migrations);
  const passwordHash = hashSync(password, { memoryCost: 8, timeCost: 1 });
  for (const operator of operators) addOperator(database, { ...operator, operatorId: uuidv7(), passwordHash });
  database.close();
}

/** What begins processes and what ends them in any case. */
export interface Keepers {
  readonly guard: Guard;
  readonly parts: Parts;
}

/** A counter computer: the real service in a process of its own over a folder of its own, kept up by what keeps it up in the program. */
export class KilledCounter {
  readonly place: CounterPlace;
  readonly file: string;
  readonly desk: Desk;
  readonly #service: StationProcess;
  #child: ChildProcess | null = null;
  #isUp = false;
  #isKilled = false;
  #hasWorked = false;
  readonly ownEnds: string[] = [];
  /** What it says of its own bugs: nothing that happens to it here is one. */
  readonly complaints: string[] = [];

  constructor(place: CounterPlace, folder: string, { guard, parts }: Keepers) {
    const dataDir = join(folder, place.name);
    mkdirSync(dataDir);
    this.place = place;
    this.file = join(dataDir, 'station.db');
    addOperators(this.file);
    this.#service = new StationProcess({
      fork: () => this.#fork(guard, parts),
      startWith: {
        ...{ dataDir, folders, stationCode: place.stationCode, isPractice: false, registryUrl: null },
        ...{ enrolCode: codeOf(place.stationCode, place.scope), version: '0.0.0' },
        printPlaces: { usualPrinter: 'folder', forms: {} },
      },
      onNews: (news) => {
        if (news.topic === 'service') this.#isUp = news.state === 'up' && !this.#isKilled;
      },
      writeLog: () => {},
      restartDelaysMs: [0],
    });
    this.desk = deskOf({ call: (endpoint, input) => this.#service.call('clerk', endpoint, input) });
  }

  start(): void {
    this.#service.start();
  }

  /** It has registered something since it was begun. */
  get isAtWork(): boolean {
    return this.#isUp && this.#hasWorked;
  }

  noteWork(): void {
    this.#hasWorked = true;
  }

  /** There is a process, which may still be starting. */
  get isBegun(): boolean {
    return this.#child !== null;
  }

  setRegistryPort(port: number): void {
    this.#service.setRegistryUrl(`http://127.0.0.1:${port}`);
  }

  kill(): void {
    this.#isKilled = true;
    this.#isUp = false;
    this.#child?.kill('SIGKILL');
  }

  stop(): Promise<void> {
    return this.#service.stop();
  }

  #fork(guard: Guard, parts: Parts) {
    const child = parts.begin('station', { onComplaint: (line) => this.complaints.push(line) });
    const { pid } = child;
    if (pid === undefined) throw new Error('the station service does not start');
    guard.watch(pid);
    this.#child = child;
    [this.#isKilled, this.#hasWorked] = [false, false];
    child.stdout?.resume();
    child.once('exit', (code, signal) => {
      guard.forget(pid);
      this.#child = null;
      if (!this.#isKilled && code !== 0) this.ownEnds.push(`${this.place.name} ended by itself: ${code} ${signal}`);
    });
    return Object.assign(child, { postMessage: (message: object) => void child.send(message, () => {}) });
  }
}
