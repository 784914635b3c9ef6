import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RegistryDatabase, runLast } from '../../../registry/store/database.ts';
import { openPglite } from '../../../registry/store/pglite.ts';
import { openPostgres } from '../../../registry/store/postgres.ts';
import { makeSharedDatabase } from '../../fixtures/postgres.ts';
import { backends } from '../../fixtures/registry-backends.ts';

const texts = ['', 'a', '"quoted", {braced} \\ and NULL', '户口\u0301 𠮷', '\t\n'];

describe.each(backends)('a transaction on %s', (backend) => {
  let database: RegistryDatabase;

  beforeAll(async () => {
    const url = backend === 'PostgreSQL' ? await makeSharedDatabase() : null;
    database = url === null ? await openPglite(null) : openPostgres(url);
    await database.script('CREATE TABLE kept (id int PRIMARY KEY, said text)');
  }, 60_000);
  afterAll(() => database.close());

  const keep = (id: number) => ({ sql: 'INSERT INTO kept VALUES ($1)', values: [id] });
  const ids = async () => (await database.query<{ id: number }>('SELECT id FROM kept ORDER BY id')).map(({ id }) => id);

  it('commits what its work leaves to be done at the end, and answers the result', async () => {
    const work = database.transaction(async (transaction) => {
      await runLast(transaction, [keep(1), keep(2)]);
      return 'done';
    });
    expect(await work).toBe('done');
    expect(await ids()).toEqual([1, 2]);
  });

  it('keeps nothing when one of these statements fails, and says why', async () => {
    const failing = database.transaction(async (transaction) => {
      await transaction.query('INSERT INTO kept VALUES (3)');
      await runLast(transaction, [keep(4), keep(1), keep(5)]);
    });
    await expect(failing).rejects.toMatchObject({ code: '23505' });
    expect(await ids()).toEqual([1, 2]);
    await database.transaction((transaction) => runLast(transaction, [keep(6)]));
    expect(await ids()).toEqual([1, 2, 6]);
  });

  it('takes lists of texts as they are', async () => {
    const said = await database.query<{ said: string }>('SELECT said FROM unnest($1::text[]) AS sent (said)', [texts]);
    expect(said.map((row) => row.said)).toEqual(texts);
    expect(await database.query('SELECT 1 FROM unnest($1::text[])', [[]])).toEqual([]);
  });
});
