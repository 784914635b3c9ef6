import { z } from 'zod';
import { PrintMode } from './form.ts';

/**
 * A print queue of this computer as the operating system calls it; `default` its usual one, `folder` the practice folder. Windows allows blanks,
 * brackets and Chinese in it; none begins with a hyphen, which the programs of CUPS would read as an option.
 */
export const PrinterName = z.string().regex(/^(?![-\s])[^\p{Cc}\p{Zl}\p{Zp}"]{1,220}(?<!\s)$/u);
/** A tray as the printer's driver calls it; empty: whichever the printer takes. */
export const TrayName = z.string().regex(/^[\w.-]{0,60}$/);

/** Where a paper is printed. */
export const PrintPlace = z.strictObject({ printer: PrinterName, tray: TrayName });
export type PrintPlace = z.infer<typeof PrintPlace>;

/** Which sides of a sheet are printed; the second one is turned over the long or the short edge. */
export const Sides = z.enum(['one', 'long-edge', 'short-edge']);
export type Sides = z.infer<typeof Sides>;

/** Where a paper is printed, and on which sides of its sheets. */
export const SheetPlace = PrintPlace.extend({ sides: Sides });
export type SheetPlace = z.infer<typeof SheetPlace>;

/** Where a form is printed, and whether on blank paper or onto stock. */
export const FormPlace = SheetPlace.extend({ mode: PrintMode });
export type FormPlace = z.infer<typeof FormPlace>;

/** What this computer's settings, or its window, say of printing: the forms that do not go to the usual printer in full, by form id. */
export const PrintPlaces = z.strictObject({ usualPrinter: PrinterName, forms: z.record(z.string(), FormPlace) });
export type PrintPlaces = z.infer<typeof PrintPlaces>;

/** Where a form is printed on this computer. */
export function placeOfForm({ usualPrinter, forms }: PrintPlaces, form: string): FormPlace {
  return forms[form] ?? { printer: usualPrinter, tray: '', sides: 'one', mode: 'full' };
}
