import { findChange } from '../../register/changes/index.ts';
import type { RawProcedure } from '../pack.ts';
import type { PackDraft } from '../pack-draft.ts';
import type { PackProblem } from '../yaml-file.ts';

/** What looking something up may ask for: who asks, by what, for what, and about whom. It stands on the papers and nowhere else. */
const lookUpKeys: readonly string[] = [
  'soughtName',
  'purpose',
  'inquirerUnit',
  'inquirerName',
  'inquirerNumber',
  'inquirerPhone',
  'credentials',
  'secondName',
  'secondCredentials',
  'document',
  'subjectName',
  'subjectNumber',
  'scope',
  'result',
];

/** Keys that come from the case itself and stand on no page. */
const caseKeys = ['subject', 'people', 'target'];

type Path = readonly (string | number)[];

function lookUpProblems({ fields }: RawProcedure['page']): { path: Path; message: string }[] {
  return fields.flatMap(({ key }, index) =>
    lookUpKeys.includes(key)
      ? []
      : [
          {
            path: ['page', 'fields', index],
            message: `looking up has no field ${key}; it has ${lookUpKeys.join(', ')}`,
          },
        ],
  );
}

function problemsOf({ effect, page }: RawProcedure): { path: Path; message: string }[] {
  const change = findChange(effect);
  if (change === null) return lookUpProblems(page);
  const known = Object.keys(change.fields);
  const fields = page.fields.flatMap(({ key, options }, index) => {
    const path = ['page', 'fields', index];
    const field = change.fields[key];
    if (field === undefined) return [{ path, message: `${effect} has no field ${key}; it has ${known.join(', ')}` }];
    const isChoice = field.kind === 'choice';
    if (isChoice && options === undefined) return [{ path, message: `the choice ${key} lists no options` }];
    return Object.keys(options ?? {})
      .filter((value) => !isChoice || !(field.values ?? []).includes(value))
      .map((value) => ({ path: [...path, 'options', value], message: `${key} can not be ${value}` }));
  });
  const given = new Set([...page.fields.map(({ key }) => key), ...Object.keys(page.sets), ...caseKeys]);
  const missing = change.required.filter((key) => !given.has(key));
  return [
    ...fields,
    ...missing.map((key) => ({
      path: ['page'],
      message: `${effect} needs ${key}, which the page neither asks for nor sets`,
    })),
  ];
}

/** Pages that ask for what their change does not know, or leave out what it needs. */
export function pagesFitChanges(draft: PackDraft): PackProblem[] {
  return draft.procedures.flatMap(({ file, data }) =>
    problemsOf(data).map(({ path, message }) => ({ file: file.name, line: file.lineOf(path), message })),
  );
}
