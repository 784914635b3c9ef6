import type { Form } from '../../../shared/domain/form.ts';
import type { PackProblem } from '../../../shared/policy/yaml-file.ts';
import { readForm } from '../print/load-forms.ts';

type Texts = Readonly<Record<string, string>>;

const isForm = (name: string): boolean => name.startsWith('forms/');

/** The forms that a pack brings, and what is wrong with them. A form of the program under the same version is not replaced. */
export function readPackForms(
  texts: Texts,
  ofProgram: readonly Form[],
): { readonly forms: readonly Form[]; readonly problems: readonly PackProblem[] } {
  const read = Object.entries(texts)
    .filter(([name]) => isForm(name))
    .map(([file, text]) => ({ file, ...readForm(text) }));
  const taken = new Set(ofProgram.map(nameOf));
  return {
    forms: read.flatMap(({ form }) => form ?? []),
    problems: read.flatMap(({ file, form, problems }) => [
      ...problems.map(({ path, problem }) => ({ file, line: 0, message: `${path}: ${problem}` })),
      ...(form && taken.has(nameOf(form)) ? [{ file, line: 0, message: `${nameOf(form)} came with the program` }] : []),
    ]),
  };
}

function nameOf({ id, version }: Form): string {
  return `${id}@${version}`;
}
