import { describe, expect, it } from 'vitest';
import { Together } from '../../registry/together.ts';

/** Does things only when it is told to, and notes what it was asked to do together. */
function slowly(options: { limit: number; weightOf?: (item: number) => number; lanes?: number; worthALane?: number }) {
  const groups: number[][] = [];
  const ends: (() => void)[] = [];
  const together = new Together<number, number>(async (items) => {
    groups.push([...items]);
    await new Promise<void>((resolve) => ends.push(resolve));
    if (items.includes(13)) throw new Error('thirteen');
    return items.map((item) => item * 2);
  }, options);
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  const end = async () => {
    ends.shift()?.();
    await turn();
    await turn();
  };
  return { together, groups, turn, end };
}

describe('what is done together', () => {
  it('is what came at once, or while something else was done, each with its own answer', async () => {
    const { together, groups, turn, end } = slowly({ limit: 100 });
    const asked = [1, 2].map((item) => together.ask(item));
    await turn();
    asked.push(...[3, 4, 5].map((item) => together.ask(item)));
    await end();
    await end();
    expect(await Promise.all(asked)).toEqual([2, 4, 6, 8, 10]);
    expect(groups).toEqual([
      [1, 2],
      [3, 4, 5],
    ]);
  });

  it('never weighs more than the limit, but for one that does so alone', async () => {
    const { together, groups, end } = slowly({ limit: 10, weightOf: (item) => item });
    const asked = [1, 5, 5, 99, 2].map((item) => together.ask(item));
    for (let time = 0; time < 5; time += 1) await end();
    await Promise.all(asked);
    expect(groups).toEqual([[1, 5], [5], [99], [2]]);
  });

  it('fails together, and what comes behind is done all the same', async () => {
    const { together, end } = slowly({ limit: 2 });
    const asked = Promise.allSettled([1, 13, 3, 4].map((item) => together.ask(item)));
    for (let time = 0; time < 3; time += 1) await end();
    expect((await asked).map(({ status }) => status)).toEqual(['rejected', 'rejected', 'fulfilled', 'fulfilled']);
  });

  it('goes on while an earlier group is still under way, where there are lanes for it', async () => {
    const { together, groups, turn, end } = slowly({ limit: 2, lanes: 2 });
    const asked = [1, 2, 3, 4, 5].map((item) => together.ask(item));
    await turn();
    expect(groups).toEqual([
      [1, 2],
      [3, 4],
    ]);
    for (let time = 0; time < 3; time += 1) await end();
    expect(await Promise.all(asked)).toEqual([2, 4, 6, 8, 10]);
  });

  it('waits for the group under way where it is too little for one of its own', async () => {
    const { together, groups, turn, end } = slowly({ limit: 100, lanes: 2, worthALane: 3 });
    const asked = [together.ask(1)];
    await turn();
    asked.push(together.ask(2), together.ask(3));
    await turn();
    expect(groups).toEqual([[1]]);
    asked.push(together.ask(4));
    await turn();
    expect(groups).toEqual([[1], [2, 3, 4]]);
    for (let time = 0; time < 2; time += 1) await end();
    expect(await Promise.all(asked)).toEqual([2, 4, 6, 8]);
  });
});
