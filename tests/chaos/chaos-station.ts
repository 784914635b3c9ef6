import Sqlite from 'better-sqlite3';
import { confirmCase, conflictCase } from '../../electron/station/cases/answers.ts';
import { recoverCase } from '../../electron/station/cases/recovered.ts';
import { recoverSettlement } from '../../electron/station/conflicts/recovered.ts';
import type { Program } from '../../electron/station/program.ts';
import type { Database } from '../../electron/station/store/database.ts';
import { createSync, type Sync } from '../../electron/station/sync/sync-loop.ts';
import { hasWholeCopy } from '../../electron/station/sync/sync-settings.ts';
import type { SyncState } from '../../shared/contract/sync.ts';
import { codeOf } from './chaos-registry.ts';
import { Fuse } from './fuse.ts';
import type { Wire } from './wire.ts';

/** A counter computer: whose it is and what it reads. */
export interface CounterPlace {
  readonly name: string;
  readonly stationCode: string;
  readonly scope: 'station' | 'city';
}

const figures = { bookPages: 12, moveInPermitDays: 40, migrationCertificateDays: 30, reversalDays: 30 };
const pagesWithoutLimit = 1_073_741_823;

/** As the program opens its file, but for the migrations, which are there, and the disk: the file is in memory. */
function openImage(image: Buffer): Database {
  const database = new Sqlite(image);
  for (const setting of ['foreign_keys = ON', 'recursive_triggers = ON', 'temp_store = MEMORY'])
    database.pragma(setting);
  return database;
}

/** The real exchange over the real database, which can be killed, put back to an old copy, and run out of disk. */
export class ChaosStation {
  readonly place: CounterPlace;
  readonly #wire: Wire;
  readonly #clock: () => number;
  #fuse: Fuse;
  #database: Database;
  #sync: Sync;
  #turn: Promise<SyncState | null> | null = null;
  /** How wrong the clock on the wall is. */
  clockOffMs = 0;
  /** The file as it was at the last back-up. */
  backup: Buffer | null = null;
  /** Acts between an old copy being put back and the next word with the registry may give numbers again. */
  isForgetful = false;
  wasPutBack = false;
  /** Events that came back from the registry: what they made comes with the feed, and what was refused of them is only listed. */
  readonly recovered = new Set<string>();
  /** Set when a turn ended in a way that no injected fault explains. */
  bug: string | null = null;

  constructor(place: CounterPlace, wire: Wire, { image, clock }: { image: Buffer; clock: () => number }) {
    this.place = place;
    this.#wire = wire;
    this.#clock = clock;
    [this.#database, this.#fuse] = this.#open(image);
    this.#sync = this.#openSync();
  }

  get database(): Database {
    return this.#database;
  }

  get sync(): Sync {
    return this.#sync;
  }

  /** The program writes so many more times and is then without power. */
  cutPowerAfter(statements: number): void {
    this.#fuse.light(statements);
  }

  get isDead(): boolean {
    return this.#fuse.isBlown;
  }

  get isBusy(): boolean {
    return this.#turn !== null;
  }

  now(): string {
    return new Date(this.#clock() + this.clockOffMs).toISOString();
  }

  /** As much of the program as an event needs. */
  get program(): Program {
    const { stationCode } = this.place;
    const part = {
      database: this.#database,
      stationCode,
      sync: this.#sync,
      packs: { inForce: () => ({ figures }) },
      now: () => this.now(),
      today: () => this.now().slice(0, 10),
      tell: () => {},
      afterCommit: () => {},
    };
    return part as unknown as Program;
  }

  #open(image: Buffer): [Database, Fuse] {
    const database = openImage(image);
    const fuse = new Fuse();
    fuse.guard(database);
    return [database, fuse];
  }

  #openSync(): Sync {
    const { stationCode, scope, name } = this.place;
    return createSync({
      db: this.#database,
      registryUrl: 'http://registry.test',
      enrolCode: codeOf(stationCode, scope),
      stationCode,
      deviceName: name,
      clock: () => this.#clock() + this.clockOffMs,
      onNews: () => {},
      onConfirmed: (eventId, caseId) => confirmCase(this.program, eventId, caseId),
      onConflict: (eventId, caseId, reason) => conflictCase(this.program, eventId, caseId, reason),
      onRecovered: (event, outcome) => {
        this.recovered.add(event.eventId);
        recoverCase(this.program, event, outcome);
        recoverSettlement(this.program, event, outcome);
      },
      fetch: this.#wire.fetchOf(name),
    });
  }

  /** Begins a turn; it goes on as its requests are answered. */
  begin(): void {
    const sync = this.#sync;
    const turn = sync.now().then(
      (state) => this.#end(sync, state),
      (error: unknown) => this.#end(sync, null, error),
    );
    this.#turn = turn;
  }

  #end(sync: Sync, state: SyncState | null, error?: unknown): SyncState | null {
    if (sync !== this.#sync) return null;
    this.#turn = null;
    this.#wire.stir();
    if (!this.isDead && (error !== undefined || state?.cause === 'BUG')) this.bug = `${error ?? 'BUG'}`;
    if (state && state.registry === 'online' && state.cause === null) this.isForgetful = false;
    return state;
  }

  /**
   * The process is gone in the middle of whatever it did, and a new one opens the file, or an old copy of it. What one finds in it is what was
   * committed, which is also what a connection sees that is in no transaction; so the connection is only opened anew where it is not as it was.
   */
  kill(image: Buffer | null = null): void {
    this.#wire.forget(this.place.name);
    this.#turn = null;
    if (this.#database.inTransaction) throw new Error('killed inside a transaction');
    if (image || this.isDead || !hasWholeCopy(this.#database)) this.#openAnew(image ?? this.#database.serialize());
    this.restart();
  }

  #openAnew(image: Buffer): void {
    this.#database.close();
    [this.#database, this.#fuse] = this.#open(image);
  }

  /** The program ends in order and starts again. Only between two turns. */
  restart(): void {
    this.#fuse.light(null);
    this.limitDisk(null);
    this.#sync = this.#openSync();
  }

  keepBackup(): void {
    this.backup = this.#database.serialize();
  }

  /** The disk has room for so many more pages; null: plenty. */
  limitDisk(pages: number | null): void {
    const used = Number(this.#database.pragma('page_count', { simple: true }));
    this.#database.pragma(`max_page_count = ${pages === null ? pagesWithoutLimit : used + pages}`);
  }

  discard(): void {
    this.#wire.forget(this.place.name);
    this.#database.close();
  }
}
