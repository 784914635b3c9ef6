import { type RecordKind, recordKinds } from '../domain/register-records.ts';
import type { RegisterView } from './view.ts';
import type { Workbench } from './workbench.ts';

/** A record by kind and id. */
export interface RecordRef {
  readonly kind: RecordKind;
  readonly id: string;
}

/**
 * The records that a change put on the bench and those that lean on them, before or after: a person's spouse and children, their places and
 * households, a household's members. Each once.
 */
export function listTouched(bench: Workbench): RecordRef[] {
  const refs = recordKinds.flatMap((kind) => bench.listPutIds(kind).map((id) => ({ kind, id })));
  const around = [bench, bench.before].flatMap((view) => refs.flatMap((ref) => listLeaning(view, ref)));
  return uniqueRefs([...refs, ...around]);
}

/** Each reference once, in the order in which they first come. */
export function uniqueRefs(refs: readonly RecordRef[]): RecordRef[] {
  return [...new Map(refs.map((ref) => [`${ref.kind}:${ref.id}`, ref])).values()];
}

function listLeaning(view: RegisterView, { kind, id }: RecordRef): RecordRef[] {
  switch (kind) {
    case 'person':
      return aroundPerson(view, id);
    case 'household':
      return view
        .list('membership', 'householdId', id)
        .filter(({ data }) => data.untilOn === null)
        .map(({ data }) => personRef(data.personId));
    case 'membership': {
      const membership = view.find('membership', id)?.data;
      return membership ? [personRef(membership.personId), { kind: 'household', id: membership.householdId }] : [];
    }
    case 'residence':
    case 'permit': {
      const record = view.find(kind, id)?.data;
      return record ? [personRef(record.personId)] : [];
    }
    default:
      return [];
  }
}

function aroundPerson(view: RegisterView, personId: string): RecordRef[] {
  const person = view.find('person', personId)?.data;
  const children = (['fatherId', 'motherId', 'spouseId'] as const).flatMap((link) =>
    view.list('person', link, personId).map(({ data }) => personRef(data.personId)),
  );
  const places = view
    .list('membership', 'personId', personId)
    .filter(({ data }) => data.untilOn === null)
    .map(({ data }): RecordRef => ({ kind: 'household', id: data.householdId }));
  return [...(person?.spouseId ? [personRef(person.spouseId)] : []), ...children, ...places];
}

function personRef(id: string): RecordRef {
  return { kind: 'person', id };
}
