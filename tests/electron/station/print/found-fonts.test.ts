import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFonts } from '../../../../electron/station/print/font-shelf.ts';
import { findFonts, operatorFontFolder, systemFontFolders } from '../../../../electron/station/print/found-fonts.ts';
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
