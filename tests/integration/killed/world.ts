import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { putEnrolmentCode } from '../../../registry/store/devices.ts';
import { migrate } from '../../../registry/store/migrate.ts';
import { openPostgres } from '../../../registry/store/postgres.ts';
import { fillWithTown } from '../../../registry/town.ts';
import { codeOf } from '../../chaos/chaos-registry.ts';
import type { CounterPlace } from '../../chaos/chaos-station.ts';
import { makeSmallTown, townStations } from '../../chaos/small-town.ts';
import { ownerOf } from '../../fixtures/postgres.ts';
import { registryMigrations } from '../../fixtures/registry-backends.ts';
import { Cluster } from './cluster.ts';
import { KilledCounter } from './counter.ts';
import { Guard } from './guard.ts';
import { type Begun, KeptProcess } from './kept-process.ts';
import { Parts } from './parts.ts';

/** Two computers of one station, so that both work on the same households; one reads the whole city, the other its station. */
const places: readonly CounterPlace[] = [
  { name: 'A1', stationCode: townStations[0], scope: 'city' },
  { name: 'A2', stationCode: townStations[0], scope: 'station' },
];

const Ready = z.looseObject({ ready: z.literal(true), port: z.number().int() });
const FromLine = z.union([z.strictObject({ ports: z.array(z.number()) }), z.strictObject({ fault: z.string() })]);

/** PostgreSQL, the registry, the line and two stations, each in processes of its own that can be killed. */
export class World {
  readonly cluster: Cluster;
  readonly counters: readonly KilledCounter[];
  readonly registry: KeptProcess;
  readonly line: KeptProcess;
  /** How many faults of each kind the line has had. */
  readonly lineFaults: Record<string, number> = {};
  readonly #folder: string;
  readonly #guard: Guard;
  readonly #parts: Parts;
  #lineStarts = 0;
  #registryPort = 1;

  private constructor(folder: string, seed: number) {
    const guard = new Guard();
    guard.keepFolder(folder);
    [this.#folder, this.#guard] = [folder, guard];
    this.#parts = new Parts(folder);
    this.counters = places.map((place) => new KilledCounter(place, folder, { guard, parts: this.#parts }));
    this.cluster = new Cluster(makeServersFolder(folder), guard);
    this.registry = new KeptProcess({
      ...{ name: 'registry', guard, endSignal: 'SIGTERM' },
      begin: () => this.#beginRegistry(),
    });
    this.line = new KeptProcess({
      ...{ name: 'line', guard, endSignal: 'SIGKILL' },
      begin: async () => this.#beginLine(seed),
    });
  }

  /** Everything up, the copies not yet filled. */
  static async open(seed: number): Promise<World> {
    const world = new World(mkdtempSync(join(tmpdir(), 'luohu-killed-')), seed);
    try {
      await world.#start();
      return world;
    } catch (error) {
      await world.discard();
      throw error;
    }
  }

  async #start(): Promise<void> {
    const made = this.#parts.make();
    this.cluster.start();
    await Promise.all([made, this.cluster.server.up().then(() => fill(this.cluster.url))]);
    for (const each of [this.registry, this.line, ...this.counters]) each.start();
    await this.allUp();
  }

  /** Resolves when every process does its work. */
  async allUp(): Promise<void> {
    await Promise.all([this.cluster.server.up(), this.registry.up(), this.line.up()]);
  }

  /** Ends of processes that nobody had killed, and what the stations say of their own bugs. */
  get complaints(): string[] {
    const ends = [this.cluster.server, this.registry, this.line, ...this.counters].flatMap(({ ownEnds }) => ownEnds);
    return [
      ...ends,
      ...this.counters.flatMap(({ place, complaints }) => complaints.map((it) => `${place.name}: ${it}`)),
    ];
  }

  calmLine(): void {
    this.line.send({ calm: true });
  }

  /** Ends every process and leaves the folder for the oracles, but for PostgreSQL's, which they ask. */
  async stopPrograms(): Promise<void> {
    await Promise.all([...this.counters.map((counter) => counter.stop()), this.registry.end(), this.line.end()]);
  }

  async discard(): Promise<void> {
    await Promise.all([this.stopPrograms(), this.cluster.server.end()]);
    rmSync(this.#folder, { recursive: true, force: true });
    this.#guard.end();
  }

  async #beginRegistry(): Promise<Begun> {
    await this.cluster.server.up();
    const child = this.#parts.begin('registry', {
      args: ['--db', this.cluster.url, '--migrations', registryMigrations],
      onComplaint: hearRegistry,
    });
    const { stdout } = child;
    if (!stdout) throw new Error('nothing to read from');
    const ready = new Promise<void>((resolve) => {
      createInterface({ input: stdout }).once('line', (line) => {
        this.#registryPort = Ready.parse(JSON.parse(line)).port;
        this.line.send({ target: this.#registryPort });
        resolve();
      });
    });
    return { child, ready };
  }

  #beginLine(seed: number): Begun {
    const args = [String(seed + this.#lineStarts++), String(places.length)];
    const child = this.#parts.begin('line', { args, onComplaint: console.error });
    const ready = new Promise<void>((resolve) => {
      child.on('message', (message) => {
        const said = FromLine.parse(message);
        if ('fault' in said) this.lineFaults[said.fault] = (this.lineFaults[said.fault] ?? 0) + 1;
        else {
          for (const [index, port] of said.ports.entries()) this.counters[index]?.setRegistryPort(port);
          resolve();
        }
      });
    });
    child.send({ target: this.#registryPort }, () => {});
    return { child, ready };
  }
}

/** A database that goes away is a bug to a registry, and is told as such; here it is meant. */
function hearRegistry(line: string): void {
  if (process.env.LUOHU_DEBUG) console.error(line);
}

/** PostgreSQL runs as its own user where the tests are root, and comes by. */
function makeServersFolder(folder: string): string {
  const own = mkdtempSync(join(folder, 'pg-'));
  if (process.getuid?.() !== 0) return own;
  chmodSync(folder, 0o711);
  const { uid, gid } = ownerOf('postgres');
  chownSync(own, uid, gid);
  return own;
}

async function fill(url: string): Promise<void> {
  const database = openPostgres(url);
  await migrate(database, registryMigrations);
  await fillWithTown(database, makeSmallTown());
  for (const { stationCode, scope } of places)
    await putEnrolmentCode(database, { code: codeOf(stationCode, scope), stationCode, scope, usesLeft: 1000 });
  await database.close();
}
