import type { Answer } from '../../../shared/contract/errors.ts';
import { done, fail } from '../../../shared/contract/errors.ts';
import type { ParsedInputOf } from '../../../shared/contract/index.ts';
import type {
  AddressPage,
  HouseholdPage,
  PermitView,
  PersonLink,
  PersonPage,
} from '../../../shared/contract/register.ts';
import { permitStateOn } from '../../../shared/domain/permit-function.ts';
import { readableAnswer } from '../../../shared/domain/private-characters.ts';
import type { RecordKind, RecordOf } from '../../../shared/domain/register-records.ts';
import type { RecordLinks } from '../../../shared/register/view.ts';
import { rowOfCase } from '../cases/view.ts';
import { maskAddressPage, maskHouseholdPage, maskPersonPage, seesMasked } from '../lookups/masked.ts';
import { householdView, listHouseholdsAt } from '../lookups/persons.ts';
import type { Calling, Program } from '../program.ts';
import { addressPath, findAddress } from '../store/addresses.ts';
import { listCasesAbout } from '../store/cases.ts';
import { findOpenMembership } from '../store/households.ts';
import { findPerson } from '../store/persons.ts';
import { registerView } from '../store/register-view.ts';
import { endRegisteredOn, leftOn } from './left-on.ts';

/** Cases shown on a person's page. */
const caseLimit = 50;

function listData<K extends RecordKind>(program: Program, kind: K, link: RecordLinks[K], id: string): RecordOf<K>[] {
  return registerView(program.database)
    .list(kind, link, id)
    .map(({ data }) => data);
}

function linkTo(program: Program, personId: string | null): PersonLink | null {
  const person = personId === null ? null : findPerson(program.database, personId);
  return person && { personId: person.id, name: person.data.name, status: person.data.status };
}

const addressName = (program: Program, addressId: string): string =>
  findAddress(program.database, addressId)?.data.fullName ?? '';

function permitView(program: Program, permit: RecordOf<'permit'>): PermitView {
  return { permit, ...permitStateOn(permit, program.today()) };
}

const newestFirst =
  <T>(dayOf: (item: T) => string) =>
  (a: T, b: T) =>
    dayOf(a) < dayOf(b) ? 1 : -1;

function childrenOf(program: Program, personId: string): PersonLink[] {
  const children = [
    ...listData(program, 'person', 'fatherId', personId),
    ...listData(program, 'person', 'motherId', personId),
  ];
  return children
    .sort((a, b) => (a.bornOn < b.bornOn ? -1 : 1))
    .map(({ personId: id, name, status }) => ({ personId: id, name, status }));
}

/** Everything the register has of a person. NOT_FOUND otherwise. */
export function personPage(
  program: Program,
  calling: Calling,
  { personId, purpose }: ParsedInputOf<'person.page'>,
): Answer<PersonPage> {
  calling.subject = personId;
  calling.details = { purpose };
  const person = findPerson(program.database, personId);
  if (!person) return fail('NOT_FOUND');
  const place = findOpenMembership(program.database, personId);
  const page: PersonPage = {
    person: person.data,
    isProvisional: person.provisionalEventId !== null,
    endRegisteredOn: endRegisteredOn(program.database, person.data),
    household: place ? householdView(program, place.data.householdId) : null,
    father: linkTo(program, person.data.fatherId),
    mother: linkTo(program, person.data.motherId),
    spouse: linkTo(program, person.data.spouseId),
    children: childrenOf(program, personId),
    residences: listData(program, 'residence', 'personId', personId)
      .sort(newestFirst(({ registeredOn }) => registeredOn))
      .map((residence) => ({ residence, address: addressName(program, residence.addressId) })),
    permits: listData(program, 'permit', 'personId', personId)
      .sort(newestFirst(({ issuedOn }) => issuedOn))
      .map((permit) => permitView(program, permit)),
    papers: listData(program, 'migration-paper', 'holderIds', personId).sort(newestFirst(({ issuedOn }) => issuedOn)),
    certificates: listData(program, 'certificate', 'personId', personId).sort(newestFirst(({ issuedOn }) => issuedOn)),
    cases: listCasesAbout(program.database, person.data, caseLimit).map((stored) => rowOfCase(program, stored)),
    copyAsOf: program.sync.state().copyAsOf,
  };
  return done(readableAnswer(seesMasked(calling) ? maskPersonPage(page) : page));
}

/** A household with everyone who is or was in it. NOT_FOUND otherwise. */
export function householdPage(
  program: Program,
  calling: Calling,
  { householdId, purpose }: ParsedInputOf<'household.page'>,
): Answer<HouseholdPage> {
  calling.subject = householdId;
  calling.details = { purpose };
  const view = householdView(program, householdId);
  if (!view) return fail('NOT_FOUND');
  const former = listData(program, 'membership', 'householdId', householdId)
    .filter(({ untilOn }) => untilOn !== null)
    .sort(newestFirst(({ untilOn }) => untilOn ?? ''))
    .flatMap((membership) => {
      const person = findPerson(program.database, membership.personId);
      const left = person && leftOn(program.database, membership, person.data);
      return person && left ? [{ person: person.data, membership, leftOn: left }] : [];
    });
  const page: HouseholdPage = { view, former, copyAsOf: program.sync.state().copyAsOf };
  return done(readableAnswer(seesMasked(calling) ? maskHouseholdPage(page) : page));
}

/** Everyone who is or was at an address. NOT_FOUND otherwise. */
export function addressPage(
  program: Program,
  calling: Calling,
  { addressId, purpose }: ParsedInputOf<'address.page'>,
): Answer<AddressPage> {
  const address = findAddress(program.database, addressId);
  if (!address) return fail('NOT_FOUND');
  const households = listHouseholdsAt(program, calling, { addressId });
  if (!households.ok) return households;
  calling.subject = addressId;
  calling.details = { purpose };
  const page: AddressPage = {
    address: address.data,
    path: addressPath(program.database, addressId),
    households: households.value,
    formerHouseholds: listData(program, 'household', 'addressId', addressId).filter(
      ({ status }) => status === 'closed',
    ),
    residents: listData(program, 'residence', 'addressId', addressId)
      .sort(newestFirst(({ registeredOn }) => registeredOn))
      .flatMap((residence) => {
        const person = linkTo(program, residence.personId);
        return person ? [{ residence, person }] : [];
      }),
    copyAsOf: program.sync.state().copyAsOf,
  };
  return done(readableAnswer(seesMasked(calling) ? maskAddressPage(page) : page));
}
