import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkWalls } from '../../scripts/walls/check.ts';
import { walls } from '../../scripts/walls/rules.ts';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'luohu-walls-'));
  // A small program that keeps to every wall.
  write('shared/domain/person.ts', 'export type Person = string; export const nobody = 1;');
  write(
    'electron/station/store/persons.ts',
    "import type { Person } from '../../../shared/domain/person.ts'; export const person: Person = '';",
  );
  write('electron/station/move.ts', "export { person } from './store/persons.ts';");
  write('electron/main/index.ts', "import { app } from 'electron'; export const main = app;");
  write('registry/index.ts', "import '../shared/domain/person.ts';");
  write(
    'renderer/main.tsx',
    "import { nobody } from '../shared/domain/person.ts'; export const Page = () => <p>{nobody}</p>;",
  );
});

afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(file: string, text: string): void {
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), text);
}

const breaches: readonly (readonly [file: string, text: string, wall: number])[] = [
  ['shared/a.ts', "import type { X } from '../electron/main/index.ts';", 0],
  ['shared/a.ts', "export * from '../registry/index.ts';", 0],
  ['renderer/a.tsx', "import { person } from '../electron/station/move.ts';", 1],
  ['renderer/a.ts', "const later = import('../registry/index.ts');", 1],
  ['electron/main/a.ts', "import '../../registry/index.ts';", 2],
  ['electron/cli/a.ts', "type P = import('../../renderer/main.tsx').Page;", 2],
  ['registry/a.ts', "export { person } from '../electron/station/store/persons.ts';", 3],
  ['registry/a.ts', "const page = new URL('../renderer/main.tsx', import.meta.url);", 3],
  ['shared/a.ts', "import { readFileSync } from 'node:fs';", 4],
  ['renderer/a.ts', "import { ipcRenderer } from 'electron';", 4],
  ['shared/a.ts', "import Database from 'better-sqlite3';", 4],
  ['electron/station/store/a.ts', "import { person } from '../move.ts';", 5],
  ['electron/main/a.ts', "import Database from 'better-sqlite3';", 6],
  ['electron/preload/a.ts', "import { person } from '../station/store/persons.ts';", 6],
  ['electron/station/a.ts', "import { app } from 'electron';", 7],
  ['registry/a.ts', "import { app } from 'electron';", 7],
];

describe('the walls between folders', () => {
  it('let a program through that keeps to them', () => {
    expect(checkWalls(root)).toEqual([]);
  });

  it.each(breaches)('see the breach in %s: %s', (file, text, wall) => {
    write(file, text);
    expect(checkWalls(root)).toEqual([expect.stringContaining(`${file} imports `)]);
    expect(checkWalls(root)).toEqual([expect.stringContaining(walls[wall]?.name ?? 'no such wall')]);
  });

  it('are each breached by one of these tests', () => {
    expect(new Set(breaches.map(([, , wall]) => wall)).size).toBe(walls.length);
  });

  it('see a cycle of imports, through any number of files', () => {
    write('shared/a.ts', "export { b } from './b.ts'; export const a = 1;");
    write('shared/b.ts', "import { c } from './c.ts'; export const b = c;");
    write('shared/c.ts', "import { a } from './a.ts'; export const c = a;");
    expect(checkWalls(root)).toEqual(['a cycle of imports: shared/a.ts → shared/b.ts → shared/c.ts → shared/a.ts']);
  });

  it('let files know the types of each other', () => {
    write('shared/a.ts', "import type { B } from './b.ts'; export type A = B;");
    write('shared/b.ts', "import { a, type A } from './c.ts'; export type B = A; export const b = a;");
    write('shared/c.ts', "export type { A } from './a.ts'; export const a = 1;");
    expect(checkWalls(root)).toEqual([]);
  });

  it('refuse an import that leads nowhere', () => {
    write('shared/a.ts', "import './gone.ts';");
    expect(checkWalls(root)).toEqual(['shared/a.ts imports shared/gone.ts, which is not there']);
  });

  it('do not pass a folder in which nothing can be seen', () => {
    rmSync(root, { recursive: true, force: true });
    expect(checkWalls(root)).toEqual(['no import was found, so nothing was checked']);
  });
});
