import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { appendAudit } from '../../electron/station/store/audit-lines.ts';
import type { Database } from '../../electron/station/store/database.ts';
import { searchPersons } from '../../electron/station/store/person-search.ts';
import { type BenchTown, benchStation, openBenchTown } from './bench-town.ts';
import { settlement, writeSettlement } from './commit-event.ts';
import { percentiles } from './measure.ts';
import { Replay, record } from './recorder.ts';

/*
 * A registration (a family of three settles: event, outbox, register, history, search, audit; synchronous=FULL) while a computer's two windows search without
 * a pause. The service does one thing after the other, so the time counts from when the registration was asked for, with whatever search
 * stands before it. In the same run the very statements of a registration on SQLite alone, in turns with the commit itself. Prints one
 * JSON object.
 * Run: node tests/bench/commit.bench.ts [--persons 1200000] [--commits 300] [--data DIR made by `luohu town make`, which is copied]
 */
const { values: asked } = parseArgs({
  options: {
    persons: { type: 'string', default: '1200000' },
    commits: { type: 'string', default: '300' },
    data: { type: 'string' },
  },
});
const commits = Number(asked.commits);
/** Each computer has a service and a copy of its own: the clerk's window and the applicant's. */
const windows = 2;
const limitMs = 20;
const texts = ['王建', '李', 'zw', '1990', '19850612', '9912', '220402', '张伟', 'lj 1985', '陈', '9743', '刘 1970'];

/** A search as the service answers it: with its line in the log, in one transaction. */
function search(database: Database, text: string): void {
  database.transaction(() => {
    const found = searchPersons(database, { text, limit: 50, stationCode: benchStation }).length;
    appendAudit(database, {
      at: '2026-11-23T01:30:00.000Z',
      operatorId: null,
      action: 'person.search',
      subject: '',
      details: { purpose: 'counter', found },
      result: 'done',
    });
  })();
}

interface Measured {
  readonly asked: number[];
  readonly alone: number[];
  readonly raw: number[];
  searches: number;
}

function measure(database: Database): Measured {
  const addressId = String(
    database.prepare(`SELECT address_id FROM addresses WHERE level = 'room' LIMIT 1`).pluck().get(),
  );
  const replay = new Replay(database);
  const write = database.transaction(writeSettlement);
  const measured: Measured = { asked: [], alone: [], raw: [], searches: 0 };
  const first = Number(database.prepare(`SELECT count(*) FROM households WHERE number LIKE '8%'`).pluck().get());
  const timeOf = (act: () => void): number => {
    const startedAt = performance.now();
    act();
    return performance.now() - startedAt;
  };
  const searchNext = () => {
    search(database, texts[measured.searches % texts.length] ?? '');
    measured.searches += 1;
  };
  for (let turn = 0; turn < commits; turn += 1) {
    const event = settlement(first + turn * 2, addressId);
    const same = settlement(first + turn * 2 + 1, addressId);
    const body = JSON.stringify(event);
    for (let before = 0; before < windows; before += 1) searchNext();
    // Asked for while a search runs, at any moment of it; every window's search that was asked for before goes first.
    const waiting = 1 + (turn % windows);
    measured.asked.push(
      timeOf(() => {
        for (let ahead = 0; ahead < waiting; ahead += 1) searchNext();
        measured.alone.push(timeOf(() => write(database, event, body)));
      }),
    );
    const rawly = replay.prepare(record(database, (it) => writeSettlement(it, same, JSON.stringify(same))));
    for (let after = 0; after < windows; after += 1) searchNext();
    measured.raw.push(timeOf(rawly));
  }
  return measured;
}

const folder = asked.data === undefined ? undefined : mkdtempSync(join(tmpdir(), 'luohu-bench-'));
if (asked.data !== undefined && folder !== undefined)
  copyFileSync(join(asked.data, 'station.db'), join(folder, 'station.db'));
const town: BenchTown = await openBenchTown(asked.persons, folder);
try {
  const { database } = town;
  for (const text of texts) search(database, text);
  const { asked: fromAsked, alone, raw, searches } = measure(database);
  const [commitAlone, plain] = [percentiles(alone), percentiles(raw)];
  const result = {
    bench: 'commit',
    unit: 'ms',
    persons: database.prepare('SELECT count(*) FROM persons').pluck().get(),
    synchronous: database.pragma('synchronous', { simple: true }),
    load: loadavg(),
    windows,
    searches,
    commits,
    /** From being asked for, behind one or two searches, to being on the disk. */
    askedToCommitted: percentiles(fromAsked),
    commit: commitAlone,
    raw: plain,
    /** Of the fastest quarter, where other work on the computer disturbs least. */
    ratio: Number((commitAlone.p25 / plain.p25).toFixed(2)),
    isWithinLimit: commitAlone.p99 <= limitMs,
  };
  process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
} finally {
  town.close();
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
}
