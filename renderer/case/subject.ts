import type { DraftSubject } from '../../shared/contract/draft.ts';
import type { OutputOf } from '../../shared/contract/index.ts';
import type { HouseholdView, LookupPurpose } from '../../shared/contract/person.ts';
import type { Address } from '../../shared/domain/records.ts';
import { useCall } from '../queries.ts';
import { useEditing } from './case-context.ts';

/** A look-up of a case is read once while the case is worked on: each reading of a person is logged. */
const freshMs = 300_000;

/** What the register knows of what a case concerns; all null while it is being read or when there is none. */
export interface KnownSubject {
  readonly person: OutputOf<'person.get'>['person'] | null;
  /** The household itself, or the one the person is in. */
  readonly household: HouseholdView | null;
  readonly address: Address | null;
  readonly error: unknown;
}

/** Reads what a case concerns. */
export function useKnownSubject({ kind, id }: DraftSubject, purpose: LookupPurpose): KnownSubject {
  const isGiven = id !== '';
  const person = useCall('person.get', { personId: id, purpose }, { enabled: isGiven && kind === 'person', freshMs });
  const household = useCall(
    'household.get',
    { householdId: id },
    { enabled: isGiven && kind === 'household', freshMs },
  );
  const path = useCall('address.path', { addressId: id }, { enabled: isGiven && kind === 'address' });
  return {
    person: person.data?.person ?? null,
    household: household.data ?? person.data?.household ?? null,
    address: path.data?.at(-1) ?? null,
    error: person.error ?? household.error ?? path.error,
  };
}

/** What the open case concerns. */
export function useSubject(): KnownSubject {
  const subject = useEditing((it) => it.draft.subject);
  const purpose = useEditing((it) => it.purpose);
  return useKnownSubject(subject, purpose);
}

/** The household whose members the page's fields choose among: the subject's, or the one the first person is in now. */
export function useHouseholdAtHand(): HouseholdView | null {
  const kind = useEditing((it) => it.draft.subject.kind);
  const firstId = useEditing((it) => it.draft.people[0]?.personId ?? '');
  const purpose = useEditing((it) => it.purpose);
  const subject = useSubject();
  const isByPerson = kind === 'none' || kind === 'address';
  const first = useCall(
    'person.get',
    { personId: firstId, purpose },
    { enabled: isByPerson && firstId !== '', freshMs },
  );
  return isByPerson ? (first.data?.household ?? null) : subject.household;
}
