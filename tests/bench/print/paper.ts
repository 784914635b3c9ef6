import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Drawing } from '../../../electron/station/print/drawing.ts';
import type { FontShelf } from '../../../electron/station/print/font-shelf.ts';
import { layOutForm } from '../../../electron/station/print/lay-out-form.ts';
import type { Form, FormInput } from '../../../shared/domain/form.ts';

export const fontFolder = fileURLToPath(new URL('../../../node_modules/@expo-google-fonts', import.meta.url));

/** The fonts that every engine draws with, by the name that the marks use. */
export const fontPaths: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    'NotoSerifSC_400Regular.ttf': 'noto-serif-sc/400Regular',
    'NotoSerifSC_700Bold.ttf': 'noto-serif-sc/700Bold',
    'NotoSansSC_400Regular.ttf': 'noto-sans-sc/400Regular',
  }).map(([file, folder]) => [file, join(fontFolder, folder, file)]),
);
export const fontBytes: Readonly<Record<string, Buffer>> = Object.fromEntries(
  Object.entries(fontPaths).map(([name, path]) => [name, readFileSync(path)]),
);

/** The marks of a paper, laid out once: what every engine has to put into a PDF. */
export interface Paper {
  readonly pages: readonly (readonly Drawing[])[];
  readonly widthMm: number;
  readonly heightMm: number;
}

export function paperOf(form: Form, input: FormInput, fonts: FontShelf): Paper {
  return { pages: layOutForm(form, input, fonts, '').pages, ...form.page };
}
