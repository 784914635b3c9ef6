import { placeOfForm } from '../../../shared/domain/print-place.ts';
import type { Program } from '../program.ts';
import { hasEverStocked } from '../store/blanks.ts';

/** Forms whose sheets are pre-printed and numbered, as the pack in force says; each once. */
export function listNumberedForms({ packs }: Program): string[] {
  const forms = [...packs.inForce().documents.values()].flatMap(({ form, isStock }) => (isStock && form ? [form] : []));
  return [...new Set(forms)];
}

/** Whether a form's sheets are numbered by the pack in force. */
export function isNumberedForm(program: Program, form: string): boolean {
  return listNumberedForms(program).includes(form);
}

/** Whether a sheet has to be accounted for: the form is overprinted on this computer, and the station has taken stock of it in. */
export function takesBlank(program: Program, form: string): boolean {
  return (
    placeOfForm(program.printPlaces, form).mode === 'overprint' &&
    isNumberedForm(program, form) &&
    hasEverStocked(program.database, program.stationCode, form)
  );
}
