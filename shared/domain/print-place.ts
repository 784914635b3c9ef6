import { z } from 'zod';
import { PrintMode } from './form.ts';

/** A print queue of this computer as the operating system calls it; `default` its usual one, `folder` the practice folder. */
export const PrinterName = z.string().regex(/^[\w.-]{1,127}$/);
/** A tray as the printer's driver calls it; empty: whichever the printer takes. */
export const TrayName = z.string().regex(/^[\w.-]{0,60}$/);

/** Where a paper is printed. */
export const PrintPlace = z.strictObject({ printer: PrinterName, tray: TrayName });
export type PrintPlace = z.infer<typeof PrintPlace>;

/** Where a form is printed, and whether on blank paper or onto stock. */
export const FormPlace = PrintPlace.extend({ mode: PrintMode });
export type FormPlace = z.infer<typeof FormPlace>;

/** What the settings of this computer say of printing: the forms that do not go to the usual printer in full, by form id. */
export const PrintPlaces = z.strictObject({ usualPrinter: PrinterName, forms: z.record(z.string(), FormPlace) });
export type PrintPlaces = z.infer<typeof PrintPlaces>;

/** Where a form is printed on this computer. */
export function placeOfForm({ usualPrinter, forms }: PrintPlaces, form: string): FormPlace {
  return forms[form] ?? { printer: usualPrinter, tray: '', mode: 'full' };
}
