import type { HouseholdView } from '../../../shared/contract/person.ts';
import type { AddressPage, HistoryEntry, HouseholdPage, PersonPage } from '../../../shared/contract/register.ts';
import { maskCitizenNumber } from '../../../shared/domain/citizen-number.ts';
import type { Calling } from '../program.ts';

/** In lists and on pages an assistant sees numbers masked (N21 §7); a person they work on is shown whole. */
export function seesMasked(calling: Calling): boolean {
  return calling.operator.role === 'assistant';
}

/** The same with its citizen number masked in the middle. */
export function maskNumber<T extends { readonly citizenId: string }>(shown: T): T {
  return { ...shown, citizenId: maskCitizenNumber(shown.citizenId) };
}

type Shown = PersonPage['person'];

function maskPerson(person: Shown): Shown {
  const guardians = person.guardians.map((it) =>
    it.citizenId === null ? it : { ...it, citizenId: maskCitizenNumber(it.citizenId) },
  );
  return { ...maskNumber(person), formerCitizenIds: person.formerCitizenIds.map(maskCitizenNumber), guardians };
}

function maskHousehold(view: HouseholdView): HouseholdView {
  return { ...view, members: view.members.map((member) => ({ ...member, person: maskPerson(member.person) })) };
}

/** A person's page with the numbers of everybody on it masked. */
export function maskPersonPage(page: PersonPage): PersonPage {
  return {
    ...page,
    person: maskPerson(page.person),
    household: page.household && maskHousehold(page.household),
    papers: page.papers.map((paper) => ({ ...paper, holders: paper.holders.map(maskNumber) })),
  };
}

/** A household's page with the numbers of everybody on it masked. */
export function maskHouseholdPage(page: HouseholdPage): HouseholdPage {
  return {
    ...page,
    view: maskHousehold(page.view),
    former: page.former.map((stay) => ({ ...stay, person: maskPerson(stay.person) })),
  };
}

/** An address's page with the numbers of everybody on it masked. */
export function maskAddressPage(page: AddressPage): AddressPage {
  return { ...page, households: page.households.map(maskHousehold) };
}

const wholeNumber = /\d{17}[\dX]/g;

/** History with every citizen number in it masked, also those inside other words. */
export function maskHistory(entries: readonly HistoryEntry[]): HistoryEntry[] {
  const masked = (text: string): string => text.replaceAll(wholeNumber, maskCitizenNumber);
  return entries.map((entry) => ({
    ...entry,
    reasons: entry.reasons.map(masked),
    changes: entry.changes.map((change) => ({
      ...change,
      subject: masked(change.subject),
      before: change.before && masked(change.before),
      after: change.after && masked(change.after),
    })),
  }));
}
