import { codeName } from '../../../../shared/domain/codes.ts';
import type { RegisterEvent } from '../../../../shared/domain/events.ts';
import type { Address, Household, Person } from '../../../../shared/domain/records.ts';
import { findAddress } from '../../store/addresses.ts';
import { getHousehold } from '../../store/households.ts';
import { findPerson } from '../../store/persons.ts';
import { caseEvent, officerName, orNothing, type Paper, type PaperInput } from './paper.ts';

/** The household a paper stands for; papers of older cases name none, and the settlement does. */
function householdOf(recordId: string | null, event: RegisterEvent): string | null {
  const facts = event.kind === 'conflict.settled' ? event.facts.restates : event.facts;
  return recordId ?? (facts && 'householdId' in facts ? facts.householdId : null);
}

interface Book {
  readonly household: Household;
  readonly head: Person;
  readonly address: Address;
  readonly issuedOn: string;
}

/** What the first page of a book says; null before the case was registered. */
export function findBook(paper: Paper): Book | null {
  const { database } = paper.program;
  const event = caseEvent(paper);
  const householdId = event && householdOf(paper.document.recordId, event);
  if (!event || !householdId) return null;
  const household = getHousehold(database, householdId).data;
  const head = findPerson(database, household.headPersonId)?.data;
  const address = findAddress(database, household.addressId)?.data;
  return head && address ? { household, head, address, issuedOn: event.facts.registeredOn } : null;
}

/** 居民户口簿 first page of a household that the case opened or changed. */
export const householdBookFirstPage: PaperInput = (paper) => {
  const book = findBook(paper);
  return (
    book && {
      householdKind: codeName('household-kind', book.household.kind, 'zh'),
      headName: book.head.name,
      householdNumber: book.household.number,
      address: book.address.fullName,
      officer: officerName(paper),
      issuedOn: book.issuedOn,
    }
  );
};

/** First page of a collective household's book; its head is the keeper whom the unit named (N21 §18). */
export const collectiveBook: PaperInput = (paper) => {
  const book = findBook(paper);
  return (
    book && {
      householdKind: codeName('household-kind', book.household.kind, 'zh'),
      householdNumber: book.household.number,
      unitName: book.household.unitName ?? book.address.fullName,
      address: book.address.fullName,
      keeperName: book.head.name,
      keeperPhone: orNothing(book.head.phone),
      officer: officerName(paper),
      issuedOn: book.issuedOn,
    }
  );
};
