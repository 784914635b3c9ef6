import { PersonCriteria } from '../../../shared/contract/person.ts';
import { parseDay } from '../../../shared/domain/plain-date.ts';
import type { WordKey } from '../../language.ts';

/** The form as typed; an empty field says nothing. */
export const emptyForm = {
  name: '',
  pinyin: '',
  sex: '',
  bornFrom: '',
  bornUntil: '',
  number: '',
  address: '',
  householdNumber: '',
  status: '',
};
export type TypedForm = typeof emptyForm;
export type FormField = keyof TypedForm;

export type ReadForm =
  | { readonly criteria: PersonCriteria; readonly problems: null }
  | { readonly criteria: null; readonly problems: Readonly<Partial<Record<FormField, WordKey>>> };

const problemOf: Readonly<Partial<Record<FormField, WordKey>>> = {
  bornFrom: 'findProblem.day',
  bornUntil: 'findProblem.day',
  number: 'findProblem.number',
  householdNumber: 'findProblem.householdNumber',
};

/** What the form looks for, or what is wrong with which field. A day may be written in any usual way. */
export function readForm(typed: TypedForm): ReadForm {
  const plain = (text: string): string => text.normalize('NFKC').replaceAll(/\s/g, '');
  const day = (text: string): string | null => (text.trim() === '' ? null : (parseDay(text.trim()) ?? '?'));
  const read = PersonCriteria.safeParse({
    ...typed,
    sex: typed.sex || null,
    status: typed.status || null,
    bornFrom: day(typed.bornFrom),
    bornUntil: day(typed.bornUntil),
    number: plain(typed.number),
    householdNumber: plain(typed.householdNumber),
  });
  if (read.success) return { criteria: read.data, problems: null };
  const wrong = read.error.issues.map(({ path }) => path[0] as FormField | undefined);
  const problems = wrong.map(
    (field) => [field ?? 'name', (field && problemOf[field]) ?? 'findProblem.nothing'] as const,
  );
  return { criteria: null, problems: Object.fromEntries(problems) };
}
