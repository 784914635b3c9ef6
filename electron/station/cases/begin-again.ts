import type { CaseView } from '../../../shared/contract/case.ts';
import { Draft, type DraftPerson, DraftSubject, DraftTarget } from '../../../shared/contract/draft.ts';
import { type Answer, fail } from '../../../shared/contract/errors.ts';
import type { ParsedInputOf } from '../../../shared/contract/index.ts';
import type { Calling, Program } from '../program.ts';
import { findAddress } from '../store/addresses.ts';
import type { StoredCase } from '../store/cases.ts';
import type { Database } from '../store/database.ts';
import { findHousehold } from '../store/households.ts';
import { findPerson } from '../store/persons.ts';
import { draftAbout } from './about.ts';
import { draftOfPerson } from './draft-of-person.ts';
import { readCase } from './read-draft.ts';
import { beginCase } from './start.ts';
import { viewCase } from './view.ts';

/** States of a case that came to nothing. */
const cameToNothing: readonly StoredCase['state'][] = ['withdrawn', 'refused'];

/**
 * Begins a case with what was entered for one that came to nothing: given up, not approved, or withdrawn at the conflict desk. The register is
 * read anew, and what only the counter of now may say is asked again. CASE_STATE for any other case; NOT_FOUND, CASE_UNREADABLE.
 */
export function beginAgain(
  program: Program,
  calling: Calling,
  { caseId }: ParsedInputOf<'case.beginAgain'>,
): Answer<CaseView> {
  const read = readCase(program.database, caseId);
  if (!read.ok) return read;
  if (!cameToNothing.includes(read.value.stored.state)) return fail('CASE_STATE');
  const newCaseId = beginCase(program, calling, broughtOver(program, read.value.draft));
  calling.details = { again: caseId };
  return viewCase(program, calling, newCaseId);
}

/** Papers, consent and the officer's reasons belong to the case that was; who and what is gone from the register is chosen anew. */
function broughtOver(program: Program, was: Draft): Draft {
  const { database, packs } = program;
  const procedure = packs.inForce().procedures.get(was.procedure) ?? null;
  const about = draftAbout(program, procedure, was.subject);
  const { people, fields, note } = was;
  return Draft.parse({
    ...{ procedure: procedure ? was.procedure : '', fields, note },
    subject: about.ok ? was.subject : DraftSubject.parse({}),
    answers: { ...was.answers, ...(about.ok ? about.value.answers : {}) },
    people: people.map((person) => asRegistered(database, person)),
    target: stillThere(database, was.target),
  });
}

/** What the register says of a person now stands before what was entered then: somebody may have changed it since. */
function asRegistered(database: Database, entered: DraftPerson): DraftPerson {
  if (entered.personId === '') return entered;
  const person = findPerson(database, entered.personId)?.data;
  if (!person) return { ...entered, personId: '', source: 'typed', photoId: '' };
  const registered = Object.entries(draftOfPerson(database, person)).filter(([, value]) => value !== '');
  const { relationToApplicant, livesTogether, relationToHead } = entered;
  return { ...entered, ...Object.fromEntries(registered), relationToApplicant, livesTogether, relationToHead };
}

/** Where it leads, as far as that can still be led to. */
function stillThere(database: Database, { addressId, household, householdId }: DraftTarget): DraftTarget {
  const address = findAddress(database, addressId)?.data;
  if (!address || address.isFrozen) return DraftTarget.parse({});
  const isOpen = household !== 'join' || findHousehold(database, householdId)?.data.status === 'open';
  return DraftTarget.parse(isOpen ? { addressId, household, householdId } : { addressId });
}
