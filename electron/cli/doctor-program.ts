import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { HealthAnswer, registryPaths } from '../../shared/contract/registry.ts';
import { checkoutFolders } from '../station/folders.ts';
import { readPackFolder } from '../station/policy/read-pack-folder.ts';
import { missingCodePoints } from '../station/print/font-runs.ts';
import { openFonts } from '../station/print/font-shelf.ts';
import { systemFontFolders } from '../station/print/found-fonts.ts';
import { loadForms } from '../station/print/load-forms.ts';

/** What one check found, and how to mend it when it is not well. */
export interface Finding {
  readonly check: string;
  readonly ok: boolean;
  readonly zh: string;
  readonly en: string;
  readonly mend: { readonly zh: string; readonly en: string } | null;
}

type Words = readonly [zh: string, en: string];

/** A finding in both languages; `mend` is kept only where something is wrong. */
export function finding(check: string, ok: boolean, [zh, en]: Words, mend: Words): Finding {
  return { check, ok, zh, en, mend: ok ? null : { zh: mend[0], en: mend[1] } };
}

const folders = checkoutFolders(join(import.meta.dirname, '..', '..'));
/** Below it the database driver does not load. */
const oldestNode = [22, 14] as const;

/** The JavaScript runtime is new enough. */
export function checkNode(): Finding {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const ok = major > oldestNode[0] || (major === oldestNode[0] && minor >= oldestNode[1]);
  const version = process.versions.node;
  return finding(
    'node',
    ok,
    [`Node ${version}`, `Node ${version}`],
    ['请使用 Node 22.14 或更新版本', 'Use Node 22.14 or newer'],
  );
}

/** The database driver loads and has what the search needs. */
export function checkSqlite(): Finding {
  const mend: Words = ['请重新安装本程序', 'Install the program again'];
  try {
    const database = new Sqlite(':memory:');
    const version = database.prepare('SELECT sqlite_version()').pluck().get();
    database.exec('CREATE VIRTUAL TABLE t USING fts5(a, detail=none)');
    database.close();
    return finding(
      'sqlite',
      true,
      [`SQLite ${version}，全文检索可用`, `SQLite ${version} with full-text search`],
      mend,
    );
  } catch {
    return finding('sqlite', false, ['数据库组件无法加载', 'The database driver does not load'], mend);
  }
}

/** One ideograph of each of Extensions B to F that our own fonts lack. */
const rareOnes = '𠜎𪜎𫞂𬠨𭀑';

/** The fonts the forms are printed with are there, and what of the rare characters they have. */
export async function checkFonts(): Promise<Finding> {
  const mend: Words = ['请重新安装本程序；字体随程序提供', 'Install the program again; the fonts come with it'];
  const fonts = await openFonts(folders.fonts, { systemFolders: systemFontFolders() }).catch(() => null);
  if (!fonts?.ok) return finding('fonts', false, ['缺少打印字体', 'Fonts for printing are missing'], mend);
  const count = fonts.value.faces.length;
  const hasRare = missingCodePoints(rareOnes, fonts.value.chains.song).length === 0;
  const rare: Words = hasRare
    ? ['含扩展 B 至 F 区生僻字', 'with Extensions B to F']
    : [
        '缺扩展 B 至 F 区生僻字，可将字体放入数据文件夹的 fonts',
        'without Extensions B to F: put a font into “fonts” in the data folder',
      ];
  return finding('fonts', true, [`打印字体 ${count} 种，${rare[0]}`, `${count} fonts for printing, ${rare[1]}`], mend);
}

/** The policy pack loads, its own example cases included. */
export function checkPack(): Finding {
  const mend: Words = ['请导入完整的政策包', 'Import a whole policy pack'];
  try {
    readPackFolder(folders.policyPack);
    return finding('pack', true, ['政策包可用', 'The policy pack loads'], mend);
  } catch {
    return finding('pack', false, ['政策包无法加载', 'The policy pack does not load'], mend);
  }
}

/** Every form loads. */
export function checkForms(): Finding {
  const mend: Words = ['请重新安装本程序或更正文书版式', 'Install the program again or correct the form'];
  try {
    const forms = loadForms(folders.forms);
    if (forms.ok) {
      const count = forms.value.forms.length;
      return finding('forms', true, [`文书版式 ${count} 种`, `${count} forms`], mend);
    }
  } catch {
    return finding('forms', false, ['文书版式无法读取', 'The forms can not be read'], mend);
  }
  return finding('forms', false, ['文书版式有误', 'A form is faulty'], mend);
}

/** How long a registry may take to say that it is there. */
const registryLimitMs = 5000;

/** The registry answers at this address. */
export async function checkRegistry(url: string): Promise<Finding> {
  const mend: Words = [
    '请核对地址和网线；离线期间可继续办理业务，登记将待确认',
    'Check the address and the cable; work goes on offline and registrations wait for confirmation',
  ];
  try {
    const response = await fetch(new URL(registryPaths.health, url), { signal: AbortSignal.timeout(registryLimitMs) });
    const isHealthy = HealthAnswer.safeParse(await response.json()).success;
    const words: Words = isHealthy
      ? ['市人口库已连通', 'The registry answers']
      : ['该地址不是市人口库', 'Something else than a registry answers'];
    return finding('registry', isHealthy, words, mend);
  } catch {
    return finding('registry', false, ['无法连接市人口库', 'The registry does not answer'], mend);
  }
}
