import type { PackDraft } from '../pack-draft.ts';
import type { PackProblem } from '../yaml-file.ts';

/** Papers that name no form, or one that does not exist. `form: null` says that the program has none yet; it is listed, not a problem. */
export function papersWithForm(draft: PackDraft, forms: ReadonlySet<string>): PackProblem[] {
  const { file, data } = draft.documents;
  const known = new Set([...forms, ...draft.forms.map((sheet) => sheet.data.id)]);
  return Object.entries(data).flatMap(([id, { form }]) => {
    if (form === null || (form !== undefined && known.has(form))) return [];
    const message = form === undefined ? `paper ${id} names no form` : `paper ${id}: there is no form ${form}`;
    return [{ file: file.name, line: file.lineOf([id]), message }];
  });
}
