import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startBenchRegistry } from './sync/bench-registry.ts';
import { measureFills } from './sync/fill-rows.ts';
import { measurePush } from './sync/push-rows.ts';

/*
 * The exchange between stations and the registry over real HTTP on one computer, each figure beside the same rows written by plain statements
 * (and PouchDB's replication, where the package pouchdb-node is installed) in the same run. Registry, PostgreSQL and stations share its
 * processors. Prints one JSON object.
 * Run: node tests/bench/sync.bench.ts [--persons 1000000] [--feed-persons 100000] [--changes 20000] [--only push|fill] [--pouchdb FOLDER]
 */
const { values: asked } = parseArgs({
  options: {
    persons: { type: 'string', default: '1000000' },
    'feed-persons': { type: 'string', default: '100000' },
    changes: { type: 'string', default: '20000' },
    only: { type: 'string' },
    pouchdb: { type: 'string', default: join(import.meta.dirname, '..', '..') },
  },
});
const persons = Number(asked.persons);
const feedPersons = Math.min(persons, Number(asked['feed-persons']));

const registry = await startBenchRegistry(persons);
try {
  const { host, bareDatabaseUrl, work } = registry;
  const pushes = asked.only === 'fill' ? [] : await measurePush({ registryUrl: host.url, bareDatabaseUrl, work });
  const fills =
    asked.only === 'push'
      ? []
      : await measureFills({
          ...{ registry, feedPersons, changes: Number(asked.changes) },
          ...{ pouchFolder: asked.pouchdb, pouchPersons: Math.min(feedPersons, 20_000) },
        });
  const machine = { cpus: cpus().length, load: loadavg().map((it) => Number(it.toFixed(1))) };
  const { fillSeconds } = registry;
  console.log(JSON.stringify({ bench: 'sync', persons, fillSeconds, machine, rows: [...pushes, ...fills] }, null, 2));
} finally {
  await registry.stop();
}
