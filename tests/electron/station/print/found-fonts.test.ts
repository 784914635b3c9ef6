import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { missingCodePoints } from '../../../../electron/station/print/font-runs.ts';
import { openFonts } from '../../../../electron/station/print/font-shelf.ts';
import { findFonts, operatorFontFolder, systemFontFolders } from '../../../../electron/station/print/found-fonts.ts';
import { extensions, hasHanaMin } from './ideographs.ts';
import { answer, fontFolder, fontsOf, inkOf, madeUpForm, printed, rasterOf, textOf } from './print-rig.ts';

const modules = fileURLToPath(new URL('../../../../node_modules/', import.meta.url));
/** Has letters of foreign names that our own fonts lack. */
const liberation = join(modules, 'pdfjs-dist', 'standard_fonts', 'LiberationSans-Regular.ttf');
const black = join(fontFolder, 'noto-sans-sc', '900Black', 'NotoSansSC_900Black.ttf');
const formOf = (font: string) =>
  madeUpForm(`
fields: { words: { zh: 文字, en: Words } }
boxes: [{ kind: value, id: words, x: 10, y: 10, w: 80, h: 10, field: words, font: ${font} }]
`);
let folder = '';
const operatorFolder = () => operatorFontFolder(folder);
const systemFolder = () => join(folder, 'system');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'luohu-fonts-'));
  mkdirSync(operatorFolder());
  mkdirSync(join(systemFolder(), 'truetype', 'more'), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

async function open() {
  const others = { operatorFolder: operatorFolder(), systemFolders: [systemFolder(), join(folder, 'absent')] };
  const opened = await openFonts(fontFolder, others);
  if (!opened.ok) throw new Error('no fonts');
  return opened.value;
}

describe('a font that the station was given', () => {
  it('prints the characters that all others lack, and only those', async () => {
    copyFileSync(liberation, join(operatorFolder(), 'given.ttf'));
    const pdf = await printed(formOf('song'), { words: '王Č' }, { fonts: await open() });
    expect(textOf(pdf).trim()).toBe('王Č');
    expect(fontsOf(pdf)).toMatch(/NotoSerifSC-Regular[\s\S]*LiberationSans/);
    expect(inkOf(rasterOf(pdf), (x) => x > 14)?.count).toBeGreaterThan(3);
  });

  it('prints none of its private characters, which are their maker’s own', async () => {
    copyFileSync(liberation, join(operatorFolder(), 'given.ttf'));
    expect(await answer(formOf('song'), { words: '王\uF001' }, { fonts: await open() })).toMatchObject({
      error: { code: 'PRINT_CHARACTER_PRIVATE', details: { privateUse: ['U+F001'] } },
    });
  });

  it('stops nothing when its file is no font', async () => {
    writeFileSync(join(operatorFolder(), 'broken.ttf'), 'no font');
    const fonts = await open();
    expect(textOf(await printed(formOf('song'), { words: '王' }, { fonts })).trim()).toBe('王');
    expect(await answer(formOf('song'), { words: '王Č' }, { fonts })).toMatchObject({
      error: { code: 'PRINT_CHARACTER_MISSING', details: { codePoints: ['U+010C'] } },
    });
  });

  it('need not be there at all', async () => {
    rmSync(operatorFolder(), { recursive: true });
    expect((await open()).faces).toHaveLength(3);
  });
});

describe('fonts of the system', () => {
  it('are taken by name, from any subfolder, whatever the case of their letters', () => {
    copyFileSync(liberation, join(systemFolder(), 'truetype', 'more', 'HanaMinB.ttf'));
    copyFileSync(liberation, join(systemFolder(), 'SimSunB.TTF'));
    copyFileSync(liberation, join(systemFolder(), 'other.ttf'));
    expect(findFonts(undefined, [systemFolder()])).toEqual({
      fangsong: [],
      rare: [join(systemFolder(), 'SimSunB.TTF'), join(systemFolder(), 'truetype', 'more', 'HanaMinB.ttf')],
      ofOperator: [],
    });
  });

  it('stand in the folders of each kind of system', () => {
    expect(systemFontFolders('win32', { WINDIR: 'D:\\Windows', LOCALAPPDATA: 'D:\\Own' })[0]).toContain('D:\\Windows');
    expect(systemFontFolders('linux')).toContain('/usr/share/fonts');
    expect(systemFontFolders('darwin')).toContain('/Library/Fonts');
  });
});

describe('仿宋', () => {
  it('is the one of the system', async () => {
    copyFileSync(black, join(systemFolder(), 'simfang.ttf'));
    const fonts = await open();
    expect(fontsOf(await printed(formOf('fang'), { words: '王' }, { fonts }))).toContain('NotoSansSC-Black');
    expect(fontsOf(await printed(formOf('song'), { words: '王' }, { fonts }))).not.toContain('Black');
  });

  it('is 宋体 where the system has none, and never stops a paper', async () => {
    expect(fontsOf(await printed(formOf('fang'), { words: '王' }, { fonts: await open() }))).toContain('NotoSerifSC');
  });
});

describe('a font that comes with the packaged program', () => {
  it('prints rare characters though neither system nor operator has one', async () => {
    const packaged = join(folder, 'packaged');
    mkdirSync(packaged);
    for (const name of [
      'noto-serif-sc/400Regular/NotoSerifSC_400Regular',
      'noto-serif-sc/700Bold/NotoSerifSC_700Bold',
      'noto-sans-sc/400Regular/NotoSansSC_400Regular',
    ])
      copyFileSync(join(fontFolder, `${name}.ttf`), join(packaged, `${name.split('/').at(-1)}.ttf`));
    copyFileSync(liberation, join(packaged, 'HanaMinB.ttf'));
    const opened = await openFonts(packaged);
    if (!opened.ok) throw new Error('no fonts');
    expect(textOf(await printed(formOf('song'), { words: '王Č' }, { fonts: opened.value })).trim()).toBe('王Č');
  });
});

describe.skipIf(!hasHanaMin)('with HanaMin on the computer', { timeout: 90_000 }, () => {
  it('ideographs all over Extensions B to F have a glyph in every chain', async () => {
    const opened = await openFonts(fontFolder, { systemFolders: systemFontFolders() });
    if (!opened.ok) throw new Error('no fonts');
    for (const [name, [first, last]] of Object.entries(extensions)) {
      const all = String.fromCodePoint(
        ...Array.from({ length: 400 }, (_, index) => first + Math.floor(((last - first) * index) / 399)),
      );
      for (const chain of Object.values(opened.value.chains)) expect(missingCodePoints(all, chain), name).toEqual([]);
    }
  });

  it('a name of them prints, is read back and leaves ink', async () => {
    const opened = await openFonts(fontFolder, { systemFolders: systemFontFolders() });
    if (!opened.ok) throw new Error('no fonts');
    const words = '𠜎𪜎𫞂𬠨𭀑';
    const pdf = await printed(formOf('song'), { words }, { fonts: opened.value });
    expect(textOf(pdf).trim()).toBe(words);
    expect(inkOf(rasterOf(pdf))?.count).toBeGreaterThan(200);
  });
});
