import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { type Answer, done, fail } from '../../../shared/contract/errors.ts';
import { Form } from '../../../shared/domain/form.ts';
import { checkForm } from './check-form.ts';

/** Every form of a folder, each version of it. */
export interface FormShelf {
  readonly forms: readonly Form[];
}

/** What is wrong with a form file; `path` points into the file (`boxes.3.field`). */
export interface FormProblem {
  readonly file: string;
  readonly path: string;
  readonly problem: string;
}

/**
 * Loads every `*.yaml` of a folder. One bad file is enough to refuse all of them: INPUT_INVALID `{problems: FormProblem[]}`,
 * so that a station never finds out at the counter that a paper is missing.
 */
export function loadForms(folder: string): Answer<FormShelf> {
  const problems: FormProblem[] = [];
  const forms: Form[] = [];
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()) {
    const read = readForm(readFileSync(join(folder, file), 'utf8'));
    if (read.form) forms.push(read.form);
    problems.push(...read.problems.map((problem) => ({ file, ...problem })));
  }
  const names = forms.map(({ id, version }) => `${id}@${version}`);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice) problems.push({ file: twice, path: 'version', problem: 'two files hold this form and version' });
  return problems.length > 0 ? fail('INPUT_INVALID', { problems }) : done({ forms });
}

/** Reads one form file's text; a form that has problems is not answered. */
export function readForm(text: string): { form: Form | null; problems: Omit<FormProblem, 'file'>[] } {
  const document = parseDocument(text, { merge: true });
  const [broken] = document.errors;
  if (broken)
    return { form: null, problems: [{ path: `line ${broken.linePos?.[0].line ?? 0}`, problem: broken.code }] };
  const parsed = Form.safeParse(document.toJS());
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), problem: message }));
    return { form: null, problems };
  }
  const problems = checkForm(parsed.data);
  return { form: problems.length > 0 ? null : parsed.data, problems };
}

/** The version of a form in force on a day (YYYY-MM-DD): the newest that had begun by then, or null. */
export function findForm(shelf: FormShelf, id: string, onDay: string): Form | null {
  const begun = shelf.forms.filter((form) => form.id === id && form.inForceFrom <= onDay);
  return begun.sort((a, b) => b.inForceFrom.localeCompare(a.inForceFrom) || b.version - a.version)[0] ?? null;
}

/** One version of a form, as a paper printed earlier names it (`resident-card`, 1), or null. */
export function findFormVersion(shelf: FormShelf, id: string, version: number): Form | null {
  return shelf.forms.find((form) => form.id === id && form.version === version) ?? null;
}
