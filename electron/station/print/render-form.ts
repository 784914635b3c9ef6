import { type Answer, done, fail } from '../../../shared/contract/errors.ts';
import type { Form, FormInput, PrintCalibration, PrintMode } from '../../../shared/domain/form.ts';
import { checkInput } from './check-input.ts';
import type { Drawing } from './drawing.ts';
import { missingCodePoints } from './font-runs.ts';
import type { FontShelf } from './font-shelf.ts';
import { type FormLayout, layOutForm } from './lay-out-form.ts';
import { codePointName, isPrivateUse, standardCharacters } from './private-use.ts';
import { stockPicture } from './stock-picture.ts';
import { type DocumentInfo, stampChain, writePdf } from './write-pdf.ts';

/** How to print a form. */
export interface RenderOptions {
  /** From `openFonts`, opened once and used for every paper. */
  readonly fonts: FontShelf;
  readonly mode: PrintMode;
  readonly documentInfo: DocumentInfo;
  /** For a preview of an overprint: what the stock carries stands in light grey under the values. */
  readonly showsStock?: boolean;
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
 * PRINT_CHARACTER_PRIVATE, the same with `{privateUse, standard: ['U+E82C → 龷 U+9FB7']}`, when one of them is private;
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
  const kept = options.mode === 'full' ? pages : pages.map((page) => overprintOf(page, options.showsStock ?? false));
  const pdf = await writePdf({
    pages: kept,
    widthMm: form.page.widthMm,
    heightMm: form.page.heightMm,
    fonts: options.fonts,
    info: {
      title: form.name.zh,
      subject: `${form.id}@${form.version}`,
      creator: 'Luohu 落户',
      keywords: codesOf(kept),
      ...options.documentInfo,
    },
    calibration: options.calibration,
    stamp: options.stamp,
  });
  return done({ pdf, pageCount: pages.length });
}

function overprintOf(page: readonly Drawing[], showsStock: boolean): readonly Drawing[] {
  const values = page.filter(({ layer }) => layer === 'value');
  return showsStock ? [...stockPicture(page), ...values] : values;
}

/** The texts of the QR codes, once each, with blanks between. */
function codesOf(pages: readonly (readonly Drawing[])[]): string {
  const codes = pages.flat().flatMap((drawing) => (drawing.kind === 'qr' ? [drawing.text] : []));
  return [...new Set(codes)].join(' ');
}

function refusal(layouts: readonly FormLayout[], options: RenderOptions): ReturnType<typeof fail> | null {
  const missing = new Map(layouts.flatMap(({ problems }) => [...problems.missing]));
  const inStamp = missingCodePoints(options.stamp ?? '', stampChain(options.fonts));
  if (inStamp.length > 0) missing.set('$stamp', new Set(inStamp));
  if (missing.size > 0) return missingCharacters(missing);
  const tooLong = [...new Set(layouts.flatMap(({ problems }) => [...problems.tooLong]))];
  return tooLong.length > 0 ? fail('PRINT_VALUE_TOO_LONG', { field: tooLong[0], fields: tooLong }) : null;
}

function missingCharacters(missing: ReadonlyMap<string, ReadonlySet<number>>): ReturnType<typeof fail> {
  const fields = Object.fromEntries(
    [...missing].map(([field, codePoints]) => [field, [...codePoints].map(codePointName)]),
  );
  const all = [...new Set([...missing.values()].flatMap((codePoints) => [...codePoints]))];
  const details = { codePoints: all.map(codePointName), field: [...missing.keys()][0], fields };
  const ownMade = all.filter(isPrivateUse);
  if (ownMade.length === 0) return fail('PRINT_CHARACTER_MISSING', details);
  const standard = standardCharacters(ownMade);
  return fail('PRINT_CHARACTER_PRIVATE', { ...details, privateUse: ownMade.map(codePointName), standard });
}
