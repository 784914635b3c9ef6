import { statSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openReader } from '../../../../electron/station/store/database.ts';
import { Checkpoints } from '../../../../electron/station/sync/checkpoints.ts';
import { TestCopy } from '../../../fixtures/station-copy.ts';

const mb = 1_048_576;

describe('much writing', () => {
  let copy: TestCopy;
  beforeEach(() => {
    copy = new TestCopy();
    copy.database.exec('CREATE TABLE pages (item INTEGER PRIMARY KEY, text TEXT NOT NULL)');
  });
  afterEach(() => copy.discard());

  const text = 'x'.repeat(4000);
  const limit = () => copy.database.pragma('wal_autocheckpoint', { simple: true });
  const logMb = () => statSync(`${copy.file}-wal`).size / mb;

  function write(items: number): void {
    const insert = copy.database.prepare('INSERT INTO pages (text) VALUES (?)');
    copy.database.transaction(() => {
      for (let item = 0; item < items; item += 1) insert.run(text);
    })();
  }

  it('leaves moving the log to a thread, keeps the log short, and gives SQLite its limit back', async () => {
    const checkpoints = new Checkpoints(copy.database);
    for (let round = 0; round < 120; round += 1) {
      write(200);
      await checkpoints.pause(200);
    }
    expect(limit()).toBeGreaterThan(12_000);
    expect(logMb()).toBeLessThan(90);
    await checkpoints.end();
    expect(limit()).toBe(1000);
    expect(copy.database.prepare('SELECT count(*) FROM pages').pluck().get()).toBe(24_000);
    expect(copy.database.pragma('integrity_check', { simple: true })).toBe('ok');
  });

  it('goes on while somebody reads for long, and keeps the log short again when they are done', async () => {
    const checkpoints = new Checkpoints(copy.database);
    const reader = openReader(copy.file);
    write(200);
    reader.exec('BEGIN');
    const seen = Number(reader.prepare('SELECT count(*) FROM pages').pluck().get());
    const pagesOfLog = () => (copy.database.pragma('wal_checkpoint(NOOP)') as { log: number }[])[0]?.log ?? 0;
    for (let round = 0; round < 120; round += 1) {
      write(200);
      await checkpoints.pause(200);
    }
    expect(pagesOfLog()).toBeGreaterThan(24_000);
    expect(reader.prepare('SELECT count(*) FROM pages').pluck().get()).toBe(seen);
    reader.close();
    for (let round = 0; round < 30; round += 1) {
      write(200);
      await checkpoints.pause(200);
    }
    expect(pagesOfLog()).toBeLessThan(7000);
    await checkpoints.end();
    expect(copy.database.pragma('integrity_check', { simple: true })).toBe('ok');
  });

  it('that is not much starts no thread', async () => {
    const checkpoints = new Checkpoints(copy.database);
    write(500);
    await checkpoints.pause(500);
    expect(limit()).toBe(1000);
    await checkpoints.end();
  });
});
