import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ownerOf, postgresBinaries, runPostgres } from '../../fixtures/postgres.ts';
import type { Guard } from './guard.ts';
import { KeptProcess } from './kept-process.ts';

/**
 * What is killed here is processes, never the machine: whatever PostgreSQL has handed to the kernel stays, so it need not wait for the disk. It
 * hands over what it commits before it answers, as everywhere.
 */
const settings = {
  listen_addresses: '',
  fsync: 'off',
  full_page_writes: 'off',
  shared_buffers: '32MB',
  max_connections: '40',
  autovacuum: 'off',
};

/** A PostgreSQL cluster of its own in a folder, whose server and whose servers' processes can be killed. It listens on a socket in the folder. */
export class Cluster {
  readonly url: string;
  readonly server: KeptProcess;
  readonly #folder: string;

  constructor(folder: string, guard: Guard) {
    this.#folder = folder;
    this.url = `postgres://luohu@/postgres?host=${encodeURIComponent(folder)}`;
    this.server = new KeptProcess({
      name: 'postmaster',
      guard,
      endSignal: 'SIGQUIT',
      begin: async () => {
        const child = this.#spawn();
        return { child, ready: saysReady(child) };
      },
    });
  }

  /** Makes it and starts its server; to be called once. */
  start(): void {
    runPostgres('initdb', ['-D', this.#data, '-U', 'luohu', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync']);
    this.server.start();
  }

  get #data(): string {
    return join(this.#folder, 'data');
  }

  #spawn(): ChildProcess {
    const options = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
    const owner = process.getuid?.() === 0 ? ownerOf('postgres') : {};
    return spawn(join(postgresBinaries ?? '', 'postgres'), ['-D', this.#data, '-k', this.#folder, ...options], {
      ...owner,
      cwd: tmpdir(),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
  }

  /** The processes that serve one connection each, all of them children of this server. */
  listBackends(): number[] {
    const { pid } = this.server;
    if (pid === null) return [];
    return childrenOf(pid).filter((child) => commandOf(child).startsWith('postgres: luohu '));
  }
}

function saysReady({ stderr }: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (!stderr) throw new Error('nothing to read from');
    // Read to its end, or the server would wait for a reader.
    createInterface({ input: stderr }).on('line', (line) => {
      if (line.includes('ready to accept connections')) resolve();
    });
  });
}

function childrenOf(pid: number): number[] {
  return readOr(`/proc/${pid}/task/${pid}/children`).trim().split(' ').filter(Boolean).map(Number);
}

function commandOf(pid: number): string {
  return readOr(`/proc/${pid}/cmdline`);
}

function readOr(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
