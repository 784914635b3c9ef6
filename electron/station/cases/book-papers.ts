import type { Household, Person } from '../../../shared/domain/records.ts';
import type { RecordOf } from '../../../shared/domain/register-records.ts';
import { bookKind } from '../../../shared/register/changes/reissue-paper.ts';
import { aboutPerson, type Done, isFamily, type Listing } from './paper-listing.ts';

/** What stands on the 常住人口登记卡; another of these values makes another card. */
const onCard = [
  'citizenId',
  'name',
  'formerName',
  'sex',
  'bornOn',
  'ethnicity',
  'birthplace',
  'nativePlace',
  'otherAddress',
  'religion',
  'heightCm',
  'bloodType',
  'education',
  'maritalStatus',
  'military',
  'workplace',
  'occupation',
  'arrivedInCity',
  'arrivedAtAddress',
] as const satisfies readonly (keyof Person)[];

/** Who keeps a new card: whose own particulars, relation or household changed and who is registered at this station afterwards. */
export const cards: Listing = (done) => {
  const { after, stationCode } = done;
  const changed = after
    .listTouched('person')
    .filter(({ before, after: now }) => before?.status !== now.status || onCard.some((key) => before[key] !== now[key]))
    .map(({ after: { personId } }) => personId);
  const placed = after
    .listTouched('membership')
    .filter(({ after: { untilOn } }) => untilOn === null)
    .map(({ after: { personId } }) => personId);
  return [...new Set([...changed, ...placed, ...bookReceivers(done)])].flatMap((personId) => {
    const household = after.findHouseholdOf(personId);
    if (household?.stationCode !== stationCode) return [];
    const card = aboutPerson(done, personId);
    return [isFamily(household) ? card : { ...card, document: 'collective-resident-card' }];
  });
};

/** Who was registered before and has an item of their card changed. */
export const cardBacks: Listing = (done) =>
  done.after
    .listTouched('person')
    .filter(
      ({ before, after: now }) => before?.status === 'registered' && onCard.some((key) => before[key] !== now[key]),
    )
    .filter(({ after: { personId } }) => done.after.findHouseholdOf(personId)?.stationCode === done.stationCode)
    .map(({ after: { personId } }) => aboutPerson(done, personId));

/** Who came under registration: they are entered on a 登记表 of their own. */
export const registeredForms: Listing = (done) =>
  done.after
    .listTouched('person')
    .filter(({ before, after: now }) => now.status === 'registered' && before?.status !== 'registered')
    .map(({ after: { personId } }) => aboutPerson(done, personId));

function reissuedBooks({ after }: Done): RecordOf<'certificate'>[] {
  const issued = after.listTouched('certificate').map((each) => each.after);
  return issued.filter(({ kind, status }) => kind === bookKind && status === 'issued');
}

/** A reissued book holds everybody's card; one that a member gets beside the head's only that member's (C37). */
function bookReceivers(done: Done): string[] {
  return reissuedBooks(done).flatMap(({ personId }) => {
    const household = done.after.findHouseholdOf(personId);
    if (household === null) return [];
    const everybody = done.after.listMembers(household.householdId).map((member) => member.personId);
    return household.headPersonId === personId ? everybody : [personId];
  });
}

const onFirstPage = [
  'number',
  'addressId',
  'headPersonId',
  'unitName',
  'kind',
] as const satisfies readonly (keyof Household)[];

/** First pages of the households that were opened, whose page reads otherwise now, or whose book is issued anew. */
export const books =
  (isKind: (household: Household) => boolean): Listing =>
  (done) => {
    const changed = done.after
      .listTouched('household')
      .filter(({ before, after }) => before === null || onFirstPage.some((key) => before[key] !== after[key]))
      .map(({ after }) => after);
    const reissued = reissuedBooks(done).flatMap(({ personId }) => done.after.findHouseholdOf(personId) ?? []);
    return [...changed, ...reissued]
      .filter((household) => household.status === 'open' && isKind(household))
      .map(({ householdId, headPersonId }) => ({
        subject: done.after.nameOf(headPersonId),
        personId: null,
        recordId: householdId,
      }));
  };

/** Families that have another address than before, or a household of their own since they moved. */
export const addressChanges: Listing = (done) =>
  done.after
    .listTouched('household')
    .filter(({ before, after }) => after.status === 'open' && isFamily(after) && before?.addressId !== after.addressId)
    .map(({ after: { householdId, headPersonId } }) => ({
      subject: done.after.nameOf(headPersonId),
      personId: null,
      recordId: householdId,
    }));
