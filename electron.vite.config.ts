import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const root = import.meta.dirname;

/** What stays in node_modules: native code, files read at run time, and packages that load their parts by name. */
const external = [
  '@electric-sql/pglite',
  '@node-rs/argon2',
  'better-sqlite3',
  'electron-log',
  'fastify',
  'fontkit',
  'pdfkit',
  'pg',
  'pinyin-pro',
];

/** Each `*.worker.ts` of the service becomes `out/main/<name>.worker.js`. */
const workers = globSync('electron/station/**/*.worker.ts', { cwd: root }).map((file) => [
  basename(file, '.ts'),
  join(root, file),
]);

export default defineConfig({
  main: {
    build: {
      // Electron 33, which tests may run on, has Node 20.18.
      target: 'node20.18',
      outDir: 'out/main',
      sourcemap: true,
      externalizeDeps: false,
      rolldownOptions: {
        external: external.map((name) => new RegExp(`^${name}(/|$)`)),
        input: {
          index: join(root, 'electron/main/index.ts'),
          station: join(root, 'electron/station/index.ts'),
          registry: join(root, 'registry/index.ts'),
          ...Object.fromEntries(workers),
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: 'node20.18',
      outDir: 'out/preload',
      sourcemap: true,
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: join(root, 'electron/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: join(root, 'renderer'),
    plugins: [react()],
    build: {
      target: 'chrome130',
      outDir: 'out/renderer',
      emptyOutDir: true,
      // Read from the disk of the same computer: the size of one file matters little.
      chunkSizeWarningLimit: 2000,
      minify: true,
      // The content security policy allows files of ours only, and one picture less in the text is one less to parse.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: { index: join(root, 'renderer/index.html'), applicant: join(root, 'renderer/applicant.html') },
      },
    },
  },
});
