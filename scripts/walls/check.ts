import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { findCycles } from './find-cycles.ts';
import { readImports } from './read-imports.ts';
import { walls } from './rules.ts';

/** What is wrong with the directions of imports under `root`, one sentence each; empty when all is well. */
export function checkWalls(root: string): string[] {
  const edges = readImports(root);
  if (edges.length === 0) return ['no import was found, so nothing was checked'];
  const breaches = walls.flatMap(({ name, isBreached }) =>
    edges.filter(isBreached).map(({ from, to }) => `${from} imports ${to} — ${name}`),
  );
  const lost = edges.filter(({ to, isOurs }) => isOurs && !existsSync(join(root, to)));
  const gaps = lost.map(({ from, to }) => `${from} imports ${to}, which is not there`);
  return [...gaps, ...breaches, ...findCycles(edges).map((cycle) => `a cycle of imports: ${cycle.join(' → ')}`)];
}
