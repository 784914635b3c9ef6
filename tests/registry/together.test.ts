import { describe, expect, it } from 'vitest';
import { Together } from '../../registry/together.ts';

/** Does things only when it is told to, and notes what it was asked to do together. */
function slowly(options: { limit: number; weightOf?: (item: number) => number; lanes?: number }) {
  const groups: number[][] = [];
  const ends: (() => void)[] = [];
  const together = new Together<number, number>(async (items) => {
    groups.push([...items]);
    await new Promise<void>((resolve) => ends.push(resolve));
    if (items.includes(13)) throw new Error('thirteen');
    return items.map((item) => item * 2);
  }, options);
  const end = async () => {
    ends.shift()?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { together, groups, end };
}

describe('what is done together', () => {
  it('is what came while something else was done, each with its own answer', async () => {
    const { together, groups, end } = slowly({ limit: 100 });
    const asked = [1, 2, 3, 4].map((item) => together.ask(item));
    await end();
    await end();
    expect(await Promise.all(asked)).toEqual([2, 4, 6, 8]);
    expect(groups).toEqual([[1], [2, 3, 4]]);
  });

  it('never weighs more than the limit, but for one that does so alone', async () => {
    const { together, groups, end } = slowly({ limit: 10, weightOf: (item) => item });
    const asked = [1, 5, 5, 99, 2].map((item) => together.ask(item));
    for (let turn = 0; turn < 4; turn += 1) await end();
    await Promise.all(asked);
    expect(groups).toEqual([[1], [5, 5], [99], [2]]);
  });

  it('fails together, and what comes behind is done all the same', async () => {
    const { together, end } = slowly({ limit: 2 });
    const asked = Promise.allSettled([1, 13, 3, 4].map((item) => together.ask(item)));
    for (let turn = 0; turn < 3; turn += 1) await end();
    expect((await asked).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
  });

  it('goes on while an earlier group is still under way, where there are lanes for it', async () => {
    const { together, groups, end } = slowly({ limit: 100, lanes: 2 });
    const asked = [1, 2, 3, 4].map((item) => together.ask(item));
    expect(groups).toEqual([[1], [2]]);
    for (let turn = 0; turn < 3; turn += 1) await end();
    expect(await Promise.all(asked)).toEqual([2, 4, 6, 8]);
  });
});
