import { QueryObserver } from '@tanstack/react-query';
import { afterEach, expect, it } from 'vitest';
import { queryClient, refresh } from '../../renderer/queries.ts';

/** A read that answers when it is told to, with what it was told. */
class SlowRead {
  readonly asked: ((answer: number) => void)[] = [];
  readonly queryFn = () => new Promise<number>((resolve) => this.asked.push(resolve));
}

const key = ['sync.outbox', {}];
const turn = () => new Promise((resolve) => setTimeout(resolve, 5));
const shownBy = (read: SlowRead) => new QueryObserver<number>(queryClient, { queryKey: key, queryFn: read.queryFn });

afterEach(() => queryClient.clear());

it('reads again what was being read for the first time when news came', async () => {
  const read = new SlowRead();
  const page = shownBy(read);
  const leave = page.subscribe(() => {});
  refresh('sync.outbox');
  await turn();
  for (const [at, answer] of read.asked.entries()) answer(at);
  await turn();
  expect([read.asked.length, page.getCurrentResult().data]).toEqual([2, 1]);
  leave();
});

it('does not take for fresh what a page that is gone was reading when news came', async () => {
  const read = new SlowRead();
  shownBy(read).subscribe(() => {})();
  refresh('sync.outbox');
  await turn();
  read.asked[0]?.(0);
  await turn();
  const page = shownBy(read);
  const leave = page.subscribe(() => {});
  await turn();
  read.asked[1]?.(1);
  await turn();
  expect(page.getCurrentResult().data).toBe(1);
  leave();
});
