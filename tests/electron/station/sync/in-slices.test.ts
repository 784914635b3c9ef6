import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { statement } from '../../../../electron/station/store/statements.ts';
import { inSlices, stepsInSlices } from '../../../../electron/station/sync/in-slices.ts';
import { TestCopy } from '../../../fixtures/station-copy.ts';

describe('work in slices', () => {
  let copy: TestCopy;
  beforeEach(() => {
    copy = new TestCopy();
    copy.database.exec('CREATE TABLE done (item INTEGER PRIMARY KEY)');
  });
  afterEach(() => copy.discard());

  const keep = (item: number) => void statement(copy.database, 'INSERT INTO done VALUES (?)').run(item);
  const countDone = () => copy.database.prepare('SELECT count(*) FROM done').pluck().get();
  const synchronous = () => copy.database.pragma('synchronous', { simple: true });

  it('does everything, lets others in between, and leaves commits waiting for the disk as before', async () => {
    let others = 0;
    let isDone = false;
    const other = () => {
      others += 1;
      expect(synchronous()).toBe(2);
      if (!isDone) setImmediate(other);
    };
    setImmediate(other);
    const items = Array.from({ length: 1500 }, (_, item) => item);
    await inSlices(copy.database, items, (item) => {
      keep(item);
      for (const until = performance.now() + 0.05; performance.now() < until; );
    });
    isDone = true;
    expect(countDone()).toBe(1500);
    expect(others).toBeGreaterThan(3);
  });

  it('finishes every slice before its commit, also the last', async () => {
    const [left, finished]: [number[], number[]] = [[], []];
    const steps = (function* () {
      for (let item = 0; item < 12; item += 1) {
        left.push(item);
        for (const until = performance.now() + 5; performance.now() < until; );
        yield 1;
      }
    })();
    let isCommitted = true;
    const pause = async () => {
      expect(left).toEqual([]);
      isCommitted = true;
    };
    const finish = () => {
      expect(copy.database.inTransaction && isCommitted).toBe(true);
      isCommitted = false;
      finished.push(...left.splice(0));
    };
    await stepsInSlices(copy.database, steps, () => {}, pause, finish);
    expect(finished).toEqual(Array.from({ length: 12 }, (_, item) => item));
  });

  it('keeps what was done before it failed, takes the slice under way back, and waits for the disk again', async () => {
    const steps = (function* () {
      for (let item = 0; ; item += 1) {
        keep(item);
        for (const until = performance.now() + 5; performance.now() < until; );
        if (item === 20) throw new Error('broken');
        yield 1;
      }
    })();
    const done: number[] = [];
    await expect(stepsInSlices(copy.database, steps, (count) => done.push(count))).rejects.toThrow('broken');
    expect(countDone()).toBe(done.reduce((sum, count) => sum + count, 0));
    expect(done.length).toBeGreaterThan(0);
    expect(synchronous()).toBe(2);
  });
});
