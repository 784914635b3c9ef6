import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FormInput } from '../../shared/domain/form.ts';
import { checkoutFolders } from '../station/folders.ts';
import { openFonts } from '../station/print/font-shelf.ts';
import { systemFontFolders } from '../station/print/found-fonts.ts';
import { findForm, loadForms } from '../station/print/load-forms.ts';
import { renderForm } from '../station/print/render-form.ts';
import type { CommandResult } from './command.ts';

/** A paper for a file: which form, from what, as of which day. */
export interface PaperForFile {
  readonly form: string;
  readonly input: FormInput;
  readonly day: string;
}

/** Prints a paper into a PDF file with the forms and fonts of this copy of the program, and says how many pages it has. */
export async function writePaper(paper: PaperForFile, file: string): Promise<CommandResult> {
  const folders = checkoutFolders(join(import.meta.dirname, '..', '..'));
  const forms = loadForms(folders.forms);
  if (!forms.ok) return refused(forms.error);
  const form = findForm(forms.value, paper.form, paper.day);
  const fonts = await openFonts(folders.fonts, { systemFolders: systemFontFolders() });
  if (form === null) return { exitCode: 1, problems: [`there is no form ${paper.form} in force on ${paper.day}`] };
  if (!fonts.ok) return refused(fonts.error);
  const documentInfo = { author: '', createdAt: new Date().toISOString() };
  const rendered = await renderForm(form, paper.input, { fonts: fonts.value, mode: 'full', documentInfo });
  if (!rendered.ok) return refused(rendered.error);
  try {
    writeFileSync(file, rendered.value.pdf);
  } catch {
    return { exitCode: 1, problems: ['--pdf: the file can not be written'] };
  }
  return { exitCode: 0, output: { pdf: file, pages: rendered.value.pageCount } };
}

function refused(error: object): CommandResult {
  return { exitCode: 1, problems: [JSON.stringify(error)] };
}
