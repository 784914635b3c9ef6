import { readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { extname, join } from 'node:path';

/**
 * Fonts whose characters of Extensions B and beyond (GB 18030-2022, level 3) we know to be right, in the order they are
 * asked: those with mainland forms first. Windows brings SimSun-ExtB; HanaMin, which has B to F whole, comes with Debian's
 * fonts-hanazono and with a program that was packaged beside it.
 */
const rareFontFiles = [
  'simsunb.ttf',
  'simsunextg.ttf',
  'wenjinminchop2-regular.ttf',
  'wenjinminchop3-regular.ttf',
  'plangothicp1-regular.ttf',
  'plangothicp2-regular.ttf',
  'babelstonehan.ttf',
  'notoserifcjk-regular.ttc',
  'jigmo.ttf',
  'jigmo2.ttf',
  'jigmo3.ttf',
  'hanamina.ttf',
  'hanaminb.ttf',
  'tw-sung-ext-b-98_1.ttf',
];
/** 仿宋, which no open font has: Windows, Office and the domestic Linux systems bring it. */
const fangsongFiles = ['simfang.ttf', 'fzfsk.ttf', 'fzfsjw.ttf', 'fangsong.ttf', 'stfangso.ttf', 'stfangsong.ttf'];
const fontKinds = new Set(['.ttf', '.otf', '.ttc']);

/** Font files outside the program, as paths, in the order they are asked for a character. */
export interface FoundFonts {
  readonly fangsong: readonly string[];
  readonly rare: readonly string[];
  /** Every font of the operator's folder, by file name. */
  readonly ofOperator: readonly string[];
}

/** Where the operator's fonts lie beside the station's data. */
export function operatorFontFolder(dataDir: string): string {
  return join(dataDir, 'fonts');
}

/** Where this system keeps its fonts, whether the folders are there or not. */
export function systemFontFolders(
  platform: NodeJS.Platform = process.platform,
  env: Readonly<Record<string, string | undefined>> = process.env,
): string[] {
  const home = homedir();
  if (platform === 'win32') {
    const own = env.LOCALAPPDATA ?? join(home, 'AppData', 'Local');
    return [join(env.WINDIR ?? 'C:\\Windows', 'Fonts'), join(own, 'Microsoft', 'Windows', 'Fonts')];
  }
  if (platform === 'darwin')
    return ['/System/Library/Fonts', '/Library/Fonts', '/Library/Fonts/Microsoft', join(home, 'Library', 'Fonts')];
  return ['/usr/share/fonts', '/usr/local/share/fonts', join(home, '.local', 'share', 'fonts'), join(home, '.fonts')];
}

/** Looks for fonts in the folders, their subfolders too. Outside the operator's folder only those known by name are taken. */
export function findFonts(operatorFolder: string | undefined, systemFolders: readonly string[]): FoundFonts {
  const ofOperator = operatorFolder === undefined ? [] : listFontFiles(operatorFolder);
  const all = [...ofOperator, ...systemFolders.flatMap(listFontFiles)];
  return { fangsong: pick(all, fangsongFiles), rare: pick(all, rareFontFiles), ofOperator };
}

/** The first file of each name, in the order of the names. */
function pick(paths: readonly string[], names: readonly string[]): string[] {
  return names.flatMap((name) => paths.find((path) => path.toLowerCase().endsWith(name)) ?? []);
}

function listFontFiles(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    const files = entries.filter((entry) => !entry.isDirectory() && fontKinds.has(extname(entry.name).toLowerCase()));
    return files.map((entry) => join(entry.parentPath, entry.name)).sort();
  } catch {
    // A folder that is not there, or that this user may not read, has no fonts for us.
    return [];
  }
}
