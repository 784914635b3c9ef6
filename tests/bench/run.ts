import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** `npm run bench [NAME …]`: every benchmark of this folder, or those named, one after the other; each prints its own JSON. */
const names = readdirSync(import.meta.dirname)
  .filter((file) => file.endsWith('.bench.ts'))
  .map((file) => file.replace('.bench.ts', ''));
const chosen = process.argv.length > 2 ? process.argv.slice(2) : names;
const unknown = chosen.filter((name) => !names.includes(name));
if (unknown.length > 0) {
  console.error(`no such benchmark: ${unknown.join(', ')}; there are ${names.join(', ')}`);
  process.exit(1);
}
for (const name of chosen) {
  console.error(`=== ${name}`);
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, `${name}.bench.ts`)], { stdio: 'inherit' });
  if (status !== 0) process.exitCode = 1;
}
