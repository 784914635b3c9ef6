import { type Answer, done, fail } from '../../../shared/contract/errors.ts';
import type { ParsedInputOf } from '../../../shared/contract/index.ts';
import { type PrintPlaces, placeOfForm } from '../../../shared/domain/print-place.ts';
import { findForm } from '../print/load-forms.ts';
import type { Calling, Program } from '../program.ts';
import type { Database } from '../store/database.ts';
import { readPrintChoices, writePrintChoices } from '../store/print-choices.ts';

/** Where this computer prints: what was chosen in its window, else what its settings file says. */
export function printPlacesNow(database: Database, { usualPrinter, forms }: PrintPlaces): PrintPlaces {
  const chosen = readPrintChoices(database);
  return { usualPrinter: chosen.usualPrinter ?? usualPrinter, forms: { ...forms, ...chosen.forms } };
}

/** Keeps how and where a form is printed from now on; null: as the settings file says again. NOT_FOUND for a form that is none. */
export function choosePlace(
  program: Program,
  calling: Calling,
  { form, place }: ParsedInputOf<'printer.choose'>,
): Answer<Record<string, never>> {
  calling.subject = form;
  if (!findForm(program.forms, form, program.today())) return fail('NOT_FOUND');
  const before = placeOfForm(program.printPlaces, form);
  const { usualPrinter, forms } = readPrintChoices(program.database);
  const others = Object.fromEntries(Object.entries(forms).filter(([id]) => id !== form));
  writePrintChoices(program.database, { usualPrinter, forms: place === null ? others : { ...others, [form]: place } });
  calling.details = { before, after: placeOfForm(program.printPlaces, form) };
  return done({});
}

/** Keeps where everything is printed that has no place of its own; null: where the settings file says. */
export function chooseUsualPrinter(
  program: Program,
  calling: Calling,
  { printer }: ParsedInputOf<'printer.chooseUsual'>,
): Answer<Record<string, never>> {
  const before = program.printPlaces.usualPrinter;
  writePrintChoices(program.database, { ...readPrintChoices(program.database), usualPrinter: printer });
  calling.subject = program.printPlaces.usualPrinter;
  calling.details = { before, after: program.printPlaces.usualPrinter };
  return done({});
}
