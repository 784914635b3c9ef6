import { afterAll, describe, expect, it } from 'vitest';
import { eventually } from '../fixtures/counter.ts';
import { counterOfFile, openReadyCounter, type ReadyCounter } from '../fixtures/ready-counter.ts';

const one = counterOfFile();
let two: ReadyCounter | null = null;
afterAll(async () => two?.counter.discard());

const range = { form: 'migration-certificate', printYear: 2026, first: '吉00700001', last: '吉00700003' };

describe('the same sheets taken in at two computers at once', () => {
  it('are in stock once: the later one is told, gives it up and sees the other’s', async () => {
    two = await openReadyCounter(one.registry.url);
    const { clerk } = two;
    const [first, second] = await Promise.all([
      one.clerk.must('stock.takeIn', range),
      clerk.must('stock.takeIn', range),
    ]);
    expect([first.count, second.count]).toEqual([3, 3]);
    const refusals = async () =>
      Promise.all([one.clerk, clerk].map(async (desk) => (await desk.must('stock.list', {})).refused));
    await eventually('one of them is refused', async () => (await refusals()).flat().length === 1);
    const [mine] = await refusals();
    const loser = mine?.length === 1 ? one.clerk : clerk;
    const [refused] = (await loser.must('stock.list', {})).refused;
    expect(refused).toMatchObject({ act: 'take-in', firstNumber: '吉00700001', reason: 'number-taken' });
    await loser.must('stock.giveUp', { eventId: refused?.eventId ?? '' });
    const left = async () => (await loser.must('stock.list', {})).rows.find(({ form }) => form === range.form)?.left;
    await eventually('the other’s sheets are seen', async () => {
      await loser.call('sync.now', {});
      return (await left()) === 3;
    });
    expect((await loser.must('stock.list', {})).refused).toEqual([]);
  }, 60_000);
});
