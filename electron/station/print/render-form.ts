import { type Answer, done, fail } from '../../../shared/contract/errors.ts';
import type { Form, FormInput, PrintCalibration, PrintMode } from '../../../shared/domain/form.ts';
import { checkInput } from './check-input.ts';
import { missingCodePoints } from './font-runs.ts';
import type { FontShelf } from './font-shelf.ts';
import { type FormLayout, layOutForm } from './lay-out-form.ts';
import { type DocumentInfo, stampChain, writePdf } from './write-pdf.ts';

/** How to print a form. */
export interface RenderOptions {
  /** From `openFonts`, opened once and used for every paper. */
  readonly fonts: FontShelf;
  readonly mode: PrintMode;
  readonly documentInfo: DocumentInfo;
  /** Of the printer and tray the paper goes to; leave out for a preview. */
  readonly calibration?: PrintCalibration;
  /** Words across every page, such as 预览无效. */
  readonly stamp?: string;
  /** Names of the copies, printed one after another (申请人留存, 派出所存档). One nameless copy when left out. */
  readonly copies?: readonly string[];
}

/** A printed paper: the PDF's bytes and its pages, all copies together. */
export interface RenderedForm {
  readonly pdf: Uint8Array;
  readonly pageCount: number;
}

/**
 * Prints a form as PDF. The same form, input and options give the same bytes.
 *
 * Errors: PRINT_INPUT_INVALID `{problems: InputProblem[]}`; PRINT_CHARACTER_MISSING `{codePoints: ['U+2070E'], field,
 * fields: {field: codePoints}}` when no font has a character (nothing is printed, never an empty box);
 * PRINT_VALUE_TOO_LONG `{field, fields}` when words do not fit their box in any way the form allows (nothing is cut).
 */
export async function renderForm(form: Form, input: FormInput, options: RenderOptions): Promise<Answer<RenderedForm>> {
  const inputProblems = checkInput(form, input);
  if (inputProblems.length > 0) return fail('PRINT_INPUT_INVALID', { problems: inputProblems });
  const copies = options.copies ?? [''];
  const layouts = copies.map((copy) => layOutForm(form, input, options.fonts, copy));
  const refused = refusal(layouts, options);
  if (refused) return refused;
  const pages = layouts.flatMap((layout) => layout.pages);
  const kept = options.mode === 'full' ? pages : pages.map((page) => page.filter(({ layer }) => layer === 'value'));
  const pdf = await writePdf({
    pages: kept,
    widthMm: form.page.widthMm,
    heightMm: form.page.heightMm,
    fonts: options.fonts,
    info: {
      title: form.name.zh,
      subject: `${form.id}@${form.version}`,
      creator: 'Luohu 落户',
      ...options.documentInfo,
    },
    calibration: options.calibration,
    stamp: options.stamp,
  });
  return done({ pdf, pageCount: pages.length });
}

function refusal(layouts: readonly FormLayout[], options: RenderOptions): ReturnType<typeof fail> | null {
  const missing = new Map(layouts.flatMap(({ problems }) => [...problems.missing]));
  const inStamp = missingCodePoints(options.stamp ?? '', stampChain(options.fonts));
  if (inStamp.length > 0) missing.set('$stamp', new Set(inStamp));
  if (missing.size > 0) {
    const fields = Object.fromEntries(
      [...missing].map(([field, codePoints]) => [field, [...codePoints].map(codePointName)]),
    );
    const codePoints = [...new Set(Object.values(fields).flat())];
    return fail('PRINT_CHARACTER_MISSING', { codePoints, field: [...missing.keys()][0], fields });
  }
  const tooLong = [...new Set(layouts.flatMap(({ problems }) => [...problems.tooLong]))];
  return tooLong.length > 0 ? fail('PRINT_VALUE_TOO_LONG', { field: tooLong[0], fields: tooLong }) : null;
}

function codePointName(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}
