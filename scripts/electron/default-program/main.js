// Stands where Electron's own default program does, which the carried Electron lacks: opens the folder named first on the
// command line. Everything happens before `ready`, so that the opened program may still declare its schemes.
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { argv } from 'node:process';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const folder = resolve(argv.slice(1).find((argument) => !argument.startsWith('-')) ?? '.');
const { name, productName, version, main } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
Object.defineProperty(process, 'defaultApp', { enumerable: true, value: true });
app.setName(productName ?? name);
app.setVersion(version ?? '');
app.setAppPath(folder);
await import(pathToFileURL(join(folder, main)).href);
