import { afterAll, expect, it, vi } from 'vitest';
import { settlement, writeSettlement } from '../../../bench/commit-event.ts';
import { FilledCopy } from './filled-copy.ts';

const copy = new FilledCopy({ persons: 300, seed: 'commit' });
afterAll(() => copy.close());

it('prepares nothing anew for a registration after the first: event, outbox, register, history, search, audit', () => {
  const { database } = copy;
  const room = String(database.prepare(`SELECT address_id FROM addresses WHERE level = 'room' LIMIT 1`).pluck().get());
  const write = database.transaction((serial: number) => {
    const event = settlement(serial, room);
    writeSettlement(database, event, JSON.stringify(event));
  });
  write(1);
  const prepare = vi.spyOn(database, 'prepare');
  write(2);
  expect(prepare.mock.calls.map(([sql]) => sql)).toEqual([]);
  const { events, lines } = database
    .prepare<[], { events: number; lines: number }>(
      'SELECT (SELECT count(*) FROM events) AS events, (SELECT count(*) FROM audit) AS lines',
    )
    .get() ?? { events: 0, lines: 0 };
  expect({ events, lines }).toEqual({ events: 2, lines: 2 });
});
