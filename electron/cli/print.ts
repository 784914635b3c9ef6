import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type FormInput, PrintCalibration, PrintMode } from '../../shared/domain/form.ts';
import { openFonts } from '../station/print/font-shelf.ts';
import { systemFontFolders } from '../station/print/found-fonts.ts';
import { findForm, findFormVersion, loadForms } from '../station/print/load-forms.ts';
import { renderForm } from '../station/print/render-form.ts';

const usage = `luohu print FORM[@VERSION] --input FILE.json --out FILE.pdf
  [--mode full|overprint] [--calibration FILE.json] [--stamp WORDS] [--copy NAME]…
  [--author NAME] [--at INSTANT] [--forms FOLDER] [--fonts FOLDER]`;

const folderOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));

const options = {
  input: { type: 'string' },
  out: { type: 'string' },
  mode: { type: 'string', default: 'full' },
  calibration: { type: 'string' },
  stamp: { type: 'string' },
  copy: { type: 'string', multiple: true },
  author: { type: 'string', default: '' },
  at: { type: 'string' },
  forms: { type: 'string', default: folderOf('../../resources/forms') },
  fonts: { type: 'string', default: folderOf('../../node_modules/@expo-google-fonts') },
} as const;

type Outcome = { exitCode: 0; said: object } | { exitCode: 1 | 2; said: object | string };

/**
 * `luohu print`: prints one form from a JSON file to a PDF file. One JSON object goes to standard output
 * (`{ok, out, pages, bytes}`), problems to standard error. Answers the exit code: 0 printed, 1 refused, 2 called wrongly.
 */
export async function printCommand(args: readonly string[]): Promise<number> {
  const { exitCode, said } = await print(args);
  const words = typeof said === 'string' ? said : JSON.stringify(said);
  (exitCode === 0 ? process.stdout : process.stderr).write(`${words}\n`);
  return exitCode;
}

async function print(args: readonly string[]): Promise<Outcome> {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [name] = positionals;
  const mode = PrintMode.safeParse(values.mode);
  if (!name || !values.input || !values.out || !mode.success) return { exitCode: 2, said: usage };
  const createdAt = values.at ?? new Date().toISOString();
  const forms = loadForms(values.forms);
  if (!forms.ok) return { exitCode: 1, said: forms };
  const [id = '', version] = name.split('@');
  const form = version
    ? findFormVersion(forms.value, id, Number(version))
    : findForm(forms.value, id, createdAt.slice(0, 10));
  if (!form)
    return { exitCode: 2, said: `no form ${name}; there are: ${forms.value.forms.map((it) => it.id).join(' ')}` };
  const fonts = await openFonts(values.fonts, { systemFolders: systemFontFolders() });
  if (!fonts.ok) return { exitCode: 1, said: fonts };
  const answer = await renderForm(form, JSON.parse(readFileSync(values.input, 'utf8')) as FormInput, {
    fonts: fonts.value,
    mode: mode.data,
    documentInfo: { author: values.author, createdAt },
    ...(values.calibration && {
      calibration: PrintCalibration.parse(JSON.parse(readFileSync(values.calibration, 'utf8'))),
    }),
    ...(values.stamp && { stamp: values.stamp }),
    ...(values.copy && { copies: values.copy }),
  });
  if (!answer.ok) return { exitCode: 1, said: answer };
  writeFileSync(values.out, answer.value.pdf);
  return {
    exitCode: 0,
    said: { ok: true, out: values.out, pages: answer.value.pageCount, bytes: answer.value.pdf.length },
  };
}
