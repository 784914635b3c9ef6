import type { DraftPerson } from '../../../../shared/contract/draft.ts';
import type { OutputOf } from '../../../../shared/contract/index.ts';
import { useOpenCase } from '../../../case/case-context.ts';
import { useAct } from '../../../queries.ts';

type Found = OutputOf<'person.get'>;

/** What the register knows of a person, as the fields of a draft hold it. */
function fromRegister(found: Found, before: DraftPerson): DraftPerson {
  const { person, household } = found;
  const text = (value: string | null) => value ?? '';
  return {
    ...before,
    personId: person.personId,
    source: 'register',
    citizenId: person.citizenId,
    name: person.name,
    namePinyin: text(person.namePinyin),
    formerName: text(person.formerName),
    sex: person.sex,
    bornOn: person.bornOn,
    ethnicity: person.ethnicity,
    maritalStatus: person.maritalStatus,
    birthplace: text(person.birthplace),
    nativePlace: text(person.nativePlace),
    otherAddress: text(person.otherAddress),
    religion: text(person.religion),
    heightCm: person.heightCm === null ? '' : String(person.heightCm),
    bloodType: text(person.bloodType),
    education: text(person.education),
    military: text(person.military),
    workplace: text(person.workplace),
    occupation: text(person.occupation),
    phone: text(person.phone),
    photoId: text(person.photoId),
    hukouAddress: household?.address ?? before.hukouAddress,
  };
}

/** Fills a person of the draft from the local register. The look-up is logged with the purpose chosen for the case. */
export function useTakePerson(
  index: number,
  onTaken: () => void,
): { take: (personId: string) => void; error: unknown } {
  const { store } = useOpenCase();
  const read = useAct('person.get');
  return {
    error: read.error,
    take: (personId) =>
      read.mutate(
        { personId, purpose: store.get().purpose },
        {
          onSuccess: (found) => {
            store.edit((draft) => ({
              ...draft,
              people: draft.people.map((it, at) => (at === index ? fromRegister(found, it) : it)),
            }));
            onTaken();
          },
        },
      ),
  };
}
