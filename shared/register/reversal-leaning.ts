import type { Effect } from '../domain/events.ts';
import { idOfRecord, type RecordKind, type RecordOf } from '../domain/register-records.ts';
import type { RecordRef } from './touched.ts';
import type { RecordLinks, RegisterView } from './view.ts';

/**
 * What leans on a record that an event made or changed: everything that names a record which was new, and the members of a household whose
 * head the event changed, for their relations are counted from that head.
 */
export function listLeaningOn(view: RegisterView, effect: Effect, before: RecordOf<RecordKind> | null): RecordRef[] {
  const { kind, id } = effect;
  if (before === null) return listNaming(view, kind, id);
  if (effect.kind !== 'household') return [];
  const isSameHead = (before as RecordOf<'household'>).headPersonId === effect.after.headPersonId;
  return isSameHead ? [] : refs(view, 'membership', 'householdId', id);
}

function listNaming(view: RegisterView, kind: RecordKind, id: string): RecordRef[] {
  switch (kind) {
    case 'address':
      return [
        ...refs(view, 'address', 'parentId', id),
        ...refs(view, 'household', 'addressId', id),
        ...refs(view, 'residence', 'addressId', id),
      ];
    case 'person':
      return listNamingPerson(view, id);
    case 'household':
      return refs(view, 'membership', 'householdId', id);
    case 'residence':
      return refs(view, 'permit', 'residenceId', id);
    default:
      return [];
  }
}

function listNamingPerson(view: RegisterView, id: string): RecordRef[] {
  return [
    ...refs(view, 'person', 'fatherId', id),
    ...refs(view, 'person', 'motherId', id),
    ...refs(view, 'person', 'spouseId', id),
    ...refs(view, 'membership', 'personId', id),
    ...refs(view, 'residence', 'personId', id),
    ...refs(view, 'permit', 'personId', id),
    ...refs(view, 'migration-paper', 'holderIds', id),
    ...refs(view, 'certificate', 'personId', id),
  ];
}

function refs<K extends RecordKind>(view: RegisterView, kind: K, link: RecordLinks[K], value: string): RecordRef[] {
  return view.list(kind, link, value).map(({ data }) => ({ kind, id: idOfRecord(kind, data) }));
}
