import Sqlite from 'better-sqlite3';
import { afterAll, expect, it } from 'vitest';
import { listPreparedTexts, statement } from '../../../../electron/station/store/statements.ts';

const database = new Sqlite(':memory:');
afterAll(() => database.close());

it('hands every value on as it was given, by place or by name, and leaves quoted marks alone', () => {
  const values = ['9', null, 7, 1n, Buffer.from([1, 2])];
  const row = statement<unknown[], Record<string, unknown>>(
    database,
    `SELECT typeof(?) AS a, typeof(?) AS b, typeof(?) AS c, typeof(?) AS d, typeof(?) AS e, '@no ?' AS f`,
  ).get(...values);
  expect(row).toEqual({ a: 'text', b: 'null', c: 'real', d: 'integer', e: 'blob', f: '@no ?' });
  const named = statement<[Record<string, string>], { a: string }>(database, 'SELECT @first || @second AS a');
  expect(named.get({ first: '1', second: '2' })).toEqual({ a: '12' });
});

it('keeps SQLite from planning a statement again for each value', () => {
  expect(listPreparedTexts(database).at(-1)).toBe('SELECT +@first || +@second AS a');
});
