import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { oneAtATime } from '../../scripts/machine/one-at-a-time.ts';
import { projectRoot } from '../../scripts/project.ts';
import type { Address } from '../../shared/domain/records.ts';
import type { VersionedRecord } from '../../shared/domain/register-records.ts';
import { makeTown } from '../../shared/town/town.ts';
import { Counter } from './counter.ts';
import { emptyFolder } from './empty-folder.ts';
import { openProgram } from './program.ts';

const folder = join(projectRoot, 'out', 'e2e');
const filled = join(folder, `filled-${stampOfTown()}`);
const fillLimitMs = 180_000;

/**
 * A data folder whose practice registry holds the made-up town and whose station has its copy: made once by the program itself, then copied
 * for each test, because making the town takes longer than a test.
 */
export async function practiceWorld(): Promise<string> {
  mkdirSync(folder, { recursive: true });
  await oneAtATime(join(folder, 'filling.lock'), async () => {
    if (!existsSync(filled)) await fill();
  });
  const dataDir = emptyFolder();
  cpSync(filled, dataDir, { recursive: true });
  return dataDir;
}

/** Changes when the town, the tables of the station or those of the registry do. */
function stampOfTown(): string {
  const hash = createHash('sha256');
  for (const source of ['shared/town', 'electron/station/store/migrations', 'registry/migrations']) {
    const files = readdirSync(join(projectRoot, source)).sort();
    for (const file of files) hash.update(file).update(readFileSync(join(projectRoot, source, file)));
  }
  return hash.digest('hex').slice(0, 12);
}

async function fill(): Promise<void> {
  for (const old of readdirSync(folder).filter((name) => name.startsWith('filled-')))
    rmSync(join(folder, old), { recursive: true, force: true });
  const work = `${filled}.work`;
  mkdirSync(work, { recursive: true });
  const program = await openProgram({ dataDir: work });
  try {
    const counter = new Counter(program.clerk);
    await counter.logIn('li');
    const isFilled = async () => {
      const state = await counter.ask('sync.state', {});
      return state.registry === 'online' && state.fill === null && state.copyAsOf !== null;
    };
    await counter.until(isFilled, 'the copy is filled', fillLimitMs);
  } finally {
    await program.close();
  }
  renameSync(work, filled);
}

/** Rooms of the practice station in city streets where nobody is registered, in the order of the town. */
export function listFreeRooms(count: number): Address[] {
  return freeRoomsOf([...makeTown({ persons: 20_000, seed: 1 })]).slice(0, count);
}

/** The same of a town at hand, all of them. */
export function freeRoomsOf(records: readonly VersionedRecord[]): Address[] {
  const taken = new Set(records.flatMap((each) => (each.kind === 'household' ? [each.data.addressId] : [])));
  return records
    .flatMap((each) => (each.kind === 'address' ? [each.data] : []))
    .filter(
      (each) => each.level === 'room' && each.urbanRural === 'urban' && !each.isFrozen && !taken.has(each.addressId),
    );
}
