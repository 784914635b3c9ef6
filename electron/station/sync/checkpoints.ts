import type { Database } from '../store/database.ts';
import { LogMover } from './log-mover.ts';
import { giveTurns } from './turns.ts';

/** SQLite's own limit, in pages of 4 KiB, at which the commit that comes to it moves the log into the file; and one that no commit comes to. */
const pagesUsually = 1000;
const pagesMeanwhile = 32_768;
/** When so much is to be moved, some ten MB, it is begun; much less is not worth the waits for the disk. */
const pagesAtOnce = 3000;
/**
 * A log so long, 80 MB, is written no further: it begins anew only where all of it is moved and nothing comes meanwhile. The longer, the seldomer
 * the writing waits for that, and what lies in it several times is moved once.
 */
const pagesAtMost = 20_000;
/** So little writing is not worth a thread. */
const itemsWithout = 2000;

/**
 * Keeps the log of a database short while much is written to it: a thread of its own moves it into the file beside the writing, which waits
 * only for the last of it, and nobody else does. SQLite by itself does it in whichever commit comes to it, a clerk's too, and waits for the disk
 * there. `end` is to be awaited before the database is closed.
 */
export class Checkpoints {
  readonly #database: Database;
  #items = 0;
  #mover: LogMover | null = null;
  #moving: Promise<boolean> | null = null;
  /** How long the log was when all of it had been moved; 0: it has begun anew since. Somebody who reads for long keeps it from that. */
  #movedAt = 0;

  constructor(database: Database) {
    this.#database = database;
  }

  /** To be awaited between two pieces of writing; `items`: how many the last one wrote. Everybody else gets a turn. */
  async pause(items: number): Promise<void> {
    await giveTurns();
    this.#items += items;
    if (this.#items < itemsWithout || this.#database.memory) return;
    this.#mover ??= this.#start();
    const { log, checkpointed } = this.#pages();
    if (log - checkpointed >= pagesAtOnce) this.#moving ??= this.#move(this.#mover);
    if (log < pagesAtMost) this.#movedAt = 0;
    if (log < Math.max(pagesAtMost, this.#movedAt + pagesAtOnce)) return;
    await this.#moving;
    if (!(await this.#move(this.#mover))) await this.end();
    this.#movedAt = log;
  }

  async #move(mover: LogMover): Promise<boolean> {
    const isMoved = await mover.move();
    this.#moving = null;
    return isMoved;
  }

  /** The thread is gone and SQLite's own limit stands again. */
  async end(): Promise<void> {
    const mover = this.#mover;
    if (!mover) return;
    this.#mover = null;
    await this.#moving;
    this.#items = 0;
    this.#database.pragma(`wal_autocheckpoint = ${pagesUsually}`);
    await mover.end();
  }

  #start(): LogMover {
    this.#database.pragma(`wal_autocheckpoint = ${pagesMeanwhile}`);
    return new LogMover(this.#database.name);
  }

  /** How long the log is and how much of it is moved. */
  #pages(): { readonly log: number; readonly checkpointed: number } {
    const [found] = this.#database.pragma('wal_checkpoint(NOOP)') as { log: number; checkpointed: number }[];
    return found ?? { log: 0, checkpointed: 0 };
  }
}
