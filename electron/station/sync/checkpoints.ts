import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Database } from '../store/database.ts';
import { LogMover } from './log-mover.ts';

/** SQLite's own limit, in pages of 4 KiB, at which the commit that comes to it moves the log into the file; and one that no commit comes to. */
const pagesUsually = 1000;
const pagesMeanwhile = 32_768;
/** A log so long is moved, by then some ten MB; much less is not worth the waits for the disk. */
const pagesAtOnce = 3000;
/** So little writing is not worth a thread. */
const itemsWithout = 2000;

/**
 * Keeps the log of a database short while much is written to it: a thread of its own moves it into the file, for which the writing waits and
 * nobody else. SQLite by itself does it in whichever commit comes to it, a clerk's too, and waits for the disk there. `end` is to be
 * awaited before the database is closed.
 */
export class Checkpoints {
  readonly #database: Database;
  #items = 0;
  #mover: LogMover | null = null;

  constructor(database: Database) {
    this.#database = database;
  }

  /** To be awaited between two pieces of writing; `items`: how many the last one wrote. Everybody else gets a turn. */
  async pause(items: number): Promise<void> {
    await nextTurn();
    this.#items += items;
    if (this.#items < itemsWithout || this.#database.memory) return;
    this.#mover ??= this.#start();
    if (this.#pagesToMove() < pagesAtOnce) return;
    if (!(await this.#mover.move())) await this.end();
  }

  /** The thread is gone and SQLite's own limit stands again. */
  async end(): Promise<void> {
    const mover = this.#mover;
    if (!mover) return;
    this.#mover = null;
    this.#items = 0;
    this.#database.pragma(`wal_autocheckpoint = ${pagesUsually}`);
    await mover.end();
  }

  #start(): LogMover {
    this.#database.pragma(`wal_autocheckpoint = ${pagesMeanwhile}`);
    return new LogMover(this.#database.name);
  }

  #pagesToMove(): number {
    const [found] = this.#database.pragma('wal_checkpoint(NOOP)') as { log: number; checkpointed: number }[];
    return found ? found.log - found.checkpointed : 0;
  }
}
