import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readProgramArguments } from '../../../electron/main/program-arguments.ts';
import { dataFolder, programPlaces } from '../../../electron/main/program-places.ts';
import { printPlacesOf, readSettings } from '../../../electron/main/settings.ts';

function folderWith(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'luohu-'));
  writeFileSync(join(folder, 'settings.json'), text);
  return folder;
}

describe('how a computer is set up', () => {
  it('starts without settings', () => {
    expect(readSettings(mkdtempSync(join(tmpdir(), 'luohu-')))).toEqual({});
  });

  it('reads station, registry and printer', () => {
    const settings = {
      stationCode: '220403010000',
      registryUrl: 'https://registry.example',
      printer: { kind: 'cups', queue: 'hp-1' },
    };
    expect(readSettings(folderWith(JSON.stringify(settings)))).toEqual(settings);
  });

  it.each([
    '{"registryUrl":"ftp://x"}',
    '{"printer":{"kind":"cups","queue":"-d evil"}}',
    '{"unknown":1}',
    '{"forms":{"resident-card":{"mode":"half"}}}',
    'no json',
  ])('refuses settings that are wrong: %s', (text) => {
    expect(() => readSettings(folderWith(text))).toThrow();
  });

  it('prints everything in full on the usual printer unless a form is named', () => {
    expect(printPlacesOf({}, true)).toEqual({ usualPrinter: 'folder', forms: {} });
    expect(printPlacesOf({}, false)).toEqual({ usualPrinter: 'default', forms: {} });
    const settings = readSettings(
      folderWith(
        JSON.stringify({
          printer: { kind: 'cups', queue: 'hp-1' },
          forms: {
            'resident-card': { mode: 'overprint', queue: 'oki-1', tray: 'Tray2', sides: 'long-edge' },
            'acceptance-receipt': {},
          },
        }),
      ),
    );
    expect(printPlacesOf(settings, true)).toEqual({
      usualPrinter: 'hp-1',
      forms: {
        'resident-card': { printer: 'oki-1', tray: 'Tray2', sides: 'long-edge', mode: 'overprint' },
        'acceptance-receipt': { printer: 'hp-1', tray: '', sides: 'one', mode: 'full' },
      },
    });
  });

  it('reads our arguments among those of Chromium', () => {
    const args = readProgramArguments([
      '.',
      '--no-sandbox',
      '--practice',
      '--data',
      '/d',
      '--lang=zh-CN',
      '--registry=http://r',
    ]);
    expect(args).toMatchObject({ isPractice: true, isSmoke: false, dataDir: '/d', registryUrl: 'http://r' });
  });

  it('keeps made-up and real records in different folders', () => {
    expect(dataFolder('/user', null, true)).not.toBe(dataFolder('/user', null, false));
    expect(dataFolder('/user', '/named', true)).not.toBe(dataFolder('/user', '/named', false));
  });

  it('finds migrations in a checkout and in a package', () => {
    expect(programPlaces('/p/out/main', null).registryMigrations).toBe('/p/registry/migrations');
    expect(programPlaces('/p/app.asar/out/main', '/p/resources').folders.migrations).toBe('/p/resources/migrations');
  });
});
