import type { DraftPerson, DraftSubject } from '../../../shared/contract/draft.ts';
import type { Answer } from '../../../shared/contract/errors.ts';
import { done, fail } from '../../../shared/contract/errors.ts';
import type { Procedure } from '../../../shared/policy/policy-pack.ts';
import { findAddress } from '../store/addresses.ts';
import type { Database } from '../store/database.ts';
import { findHousehold } from '../store/households.ts';
import { findPerson } from '../store/persons.ts';
import { draftOfPerson } from './draft-of-person.ts';

/** Whoever is to be restored has no place: not even the one they were to move to when their papers ran out. */
const nowhere = { hukouDivision: '', hukouClass: 'none', hukouAddress: '' } as const;

/**
 * Who stands first in a case begun from this subject: the person, or the head of the household unless the procedure's persons are entered.
 * NOT_FOUND where the register does not hold the subject.
 */
export function peopleOfSubject(
  database: Database,
  subject: DraftSubject,
  procedure: Pick<Procedure, 'effect' | 'page'> | null,
): Answer<DraftPerson[]> {
  switch (subject.kind) {
    case 'none':
      return done([]);
    case 'address':
      return findAddress(database, subject.id) ? done([]) : fail('NOT_FOUND');
    case 'person': {
      const person = findPerson(database, subject.id);
      if (!person) return fail('NOT_FOUND');
      const draft = draftOfPerson(database, person.data);
      const isRestored = procedure?.effect === 'restore-person' && person.data.status !== 'registered';
      return done([isRestored ? { ...draft, ...nowhere } : draft]);
    }
    case 'household': {
      const household = findHousehold(database, subject.id);
      if (!household) return fail('NOT_FOUND');
      const head = procedure?.page.people === 'entered' ? null : findPerson(database, household.data.headPersonId);
      return done(head ? [draftOfPerson(database, head.data)] : []);
    }
  }
}
