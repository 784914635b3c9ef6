import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, sep } from 'node:path';
import { parseSync } from 'vite';
import type { ImportEdge } from './rules.ts';

const folders = ['electron', 'registry', 'renderer', 'shared'];

/** `import('…')`, also in a type, and `new URL('./…', import.meta.url)`. */
const inTheText = /\bimport\(\s*['"]([^'"]+)['"]|\bnew URL\(\s*['"](\.{1,2}\/[^'"]+)['"]/g;

interface Request {
  readonly name: string;
  readonly isTypeOnly: boolean;
}

/** All imports of the program's own files under `root`. Throws at a file that can not be read. */
export function readImports(root: string): ImportEdge[] {
  const files = globSync(
    folders.map((folder) => `${folder}/**/*.{ts,tsx}`),
    { cwd: root },
  );
  return files.flatMap((file) => {
    const from = file.split(sep).join('/');
    return listRequests(from, readFileSync(join(root, file), 'utf8')).map((request) => toEdge(from, request));
  });
}

function listRequests(file: string, text: string): Request[] {
  const { module, errors } = parseSync(file, text);
  if (errors[0]) throw new Error(`${file} can not be read: ${errors[0].message}`);
  const imports = module.staticImports.map(({ moduleRequest, entries }) => ({
    name: moduleRequest.value,
    isTypeOnly: entries.length > 0 && entries.every(({ isType }) => isType),
  }));
  const exports = module.staticExports.flatMap(({ entries }) =>
    entries.flatMap(({ moduleRequest, isType }) =>
      moduleRequest ? [{ name: moduleRequest.value, isTypeOnly: isType }] : [],
    ),
  );
  const others = [...text.matchAll(inTheText)].map(([, called = '', address = '']) => ({
    name: called || address,
    isTypeOnly: false,
  }));
  return [...imports, ...exports, ...others];
}

function toEdge(from: string, { name, isTypeOnly }: Request): ImportEdge {
  if (!name.startsWith('.')) return { from, to: name, isOurs: false, isTypeOnly };
  const to = normalize(join(dirname(from), name.replace(/\?.*$/, '')));
  return { from, to: to.split(sep).join('/'), isOurs: true, isTypeOnly };
}
