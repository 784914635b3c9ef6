import { join } from 'node:path';
import { build } from 'vite';

/*
 * Makes one file of each process that is killed, as the packaged program is made: `OUT`. From its sources a service needs four times as long to
 * start, most of it looking for files.
 */
const [outDir = ''] = process.argv.slice(2);

/** Native code, and files read at run time. */
const external = ['@electric-sql/pglite', '@node-rs/argon2', 'better-sqlite3', 'fontkit', 'pdfkit', 'pg', 'pinyin-pro'];

await build({
  configFile: false,
  logLevel: 'error',
  ssr: { noExternal: true, external },
  build: {
    ssr: true,
    outDir,
    emptyOutDir: false,
    target: 'node24',
    minify: false,
    rolldownOptions: {
      input: Object.fromEntries(
        ['station', 'registry', 'line'].map((part) => [part, join(import.meta.dirname, `${part}.process.ts`)]),
      ),
      output: { format: 'es', entryFileNames: '[name].mjs' },
    },
  },
});
