import type { Draft } from '../../../shared/contract/draft.ts';
import type { Problem } from '../../../shared/contract/problems.ts';
import type { PageField, ProcedurePage } from '../../../shared/contract/procedure.ts';
import type { Procedure } from '../../../shared/policy/policy-pack.ts';
import { problem } from './checks/check.ts';
import { readField } from './field-values.ts';
import { enteredPerson, type Known } from './person-of-draft.ts';
import { pageOf } from './procedure-page.ts';

const onPage = { step: 'page' } as const;

function problemOf(field: PageField, draft: Draft, today: string): Problem[] {
  const { state } = readField(field, draft.fields[field.key], today);
  const path = `fields.${field.key}`;
  if (state === 'invalid') return [problem(path, 'field-invalid', onPage)];
  return state === 'empty' && field.isRequired ? [problem(path, 'field-required', onPage)] : [];
}

/** What is missing or malformed on the procedure's own page, and a subject that was not chosen yet. */
export function listPageProblems(page: ProcedurePage, draft: Draft, today: string): Problem[] {
  const hasSubject = draft.subject.id !== '' && draft.subject.kind === page.subject;
  return [
    ...(page.subject === 'none' || hasSubject ? [] : [problem('subject', 'subject-missing', onPage)]),
    ...page.fields.flatMap((field) => problemOf(field, draft, today)),
  ];
}

function fieldValues(page: ProcedurePage, draft: Draft, today: string): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const field of page.fields) {
    const reading = readField(field, draft.fields[field.key], today);
    if (reading.state === 'given') values[field.key] = reading.value;
  }
  return values;
}

function targetOf({ target }: Draft): unknown {
  return target.household === 'join'
    ? { household: 'join', householdId: target.householdId }
    : { household: 'new', addressId: target.addressId };
}

/**
 * What a draft asks of the change behind its procedure: what the pack fixes, the fields of the page by their kinds, and from the case the
 * subject, the entered persons and where they go. Values that are no whole ones yet are left out; listPageProblems names them.
 */
export function changeInput(
  { effect, page: raw }: Pick<Procedure, 'effect' | 'page'>,
  draft: Draft,
  { today, findKnown }: { readonly today: string; findKnown(personId: string): Known },
): Record<string, unknown> {
  const page = pageOf({ effect, page: raw });
  return {
    ...raw.sets,
    ...fieldValues(page, draft, today),
    ...(page.subject === 'none' ? {} : { subject: draft.subject.id }),
    ...(page.people === 'none'
      ? {}
      : { people: draft.people.map((person) => enteredPerson(person, findKnown(person.personId))) }),
    ...(page.target === 'none' ? {} : { target: targetOf(draft) }),
  };
}
