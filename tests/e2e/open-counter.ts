import { afterAll, beforeAll } from 'vitest';
import { Counter, type Login } from './counter.ts';
import { practiceWorld } from './practice-world.ts';
import { type OpenedProgram, openProgram } from './program.ts';

const openLimitMs = 300_000;

/** The program on a copy of the practice town with somebody logged in at the clerk's window. */
interface CounterOfFile {
  readonly program: OpenedProgram;
  readonly counter: Counter;
}

/** Opens one before the file's first test, synchronised and counting presses of a mouse, and closes it after the last. */
export function openCounter(login: Login = 'li'): CounterOfFile {
  let opened: CounterOfFile | null = null;
  const get = (): CounterOfFile => {
    if (!opened) throw new Error('the counter opens with the first test');
    return opened;
  };
  beforeAll(async () => {
    const program = await openProgram({ dataDir: await practiceWorld() });
    const counter = new Counter(program.clerk);
    opened = { program, counter };
    await counter.become(login);
    await counter.waitUntilSynchronised();
    await counter.countPointer();
  }, openLimitMs);
  afterAll(() => opened?.program.close());
  return {
    get program() {
      return get().program;
    },
    get counter() {
      return get().counter;
    },
  };
}
