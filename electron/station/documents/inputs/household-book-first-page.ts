import { codeName } from '../../../../shared/domain/codes.ts';
import { findAddress } from '../../store/addresses.ts';
import { findEvent } from '../../store/events.ts';
import { getHousehold } from '../../store/households.ts';
import { findPerson } from '../../store/persons.ts';
import { officerName, type PaperInput } from './paper.ts';

/** 居民户口簿 first page of the household that the case opened. */
export const householdBookFirstPage: PaperInput = (paper) => {
  const { database } = paper.program;
  const event = paper.open.stored.eventId ? findEvent(database, paper.open.stored.eventId) : null;
  if (!event) return null;
  const household = getHousehold(database, event.event.facts.householdId).data;
  const head = findPerson(database, household.headPersonId);
  const address = findAddress(database, household.addressId);
  if (!head || !address) return null;
  return {
    householdKind: codeName('household-kind', household.kind, 'zh'),
    headName: head.data.name,
    householdNumber: household.number,
    address: address.data.fullName,
    officer: officerName(paper),
    issuedOn: event.event.facts.registeredOn,
  };
};
