import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { checkoutFolders } from '../../../../electron/station/folders.ts';
import { openDatabase } from '../../../../electron/station/store/database.ts';

const folder = mkdtempSync(join(tmpdir(), 'luohu-migration-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('gives a database the tables of a migration that was released after one with a higher number', () => {
  const { migrations } = checkoutFolders(join(import.meta.dirname, '..', '..', '..', '..'));
  const earlier = join(folder, 'migrations');
  mkdirSync(earlier);
  cpSync(migrations, earlier, { recursive: true });
  rmSync(join(earlier, '0013-exchange.sql'));
  const file = join(folder, 'station.db');
  openDatabase(file, earlier).close();
  for (const _ of ['first start', 'second start']) {
    const database = openDatabase(file, migrations);
    const numbers = database.prepare<[], number>('SELECT number FROM migrations ORDER BY number').pluck().all();
    expect(numbers.filter((number) => number === 13 || number === 14)).toEqual([13, 14]);
    expect(database.prepare('SELECT count(*) FROM exchange_files').pluck().get()).toBe(0);
    database.close();
  }
});
