import type { Address, Household, Membership, Person } from '../../../shared/domain/records.ts';

/** A record as kept here: the version the registry gave it (0: none yet) and the event that still waits, if one does. */
export interface Stored<T> {
  readonly id: string;
  readonly version: number;
  readonly provisionalEventId: string | null;
  readonly data: T;
}

interface Kept {
  readonly version: number;
  readonly provisional_event_id: string | null;
}

/** A line of `persons`. */
export interface PersonLine extends Kept {
  readonly person_id: string;
  readonly citizen_id: string;
  readonly name: string;
  readonly name_pinyin: string | null;
  readonly former_name: string | null;
  readonly sex: Person['sex'];
  readonly born_on: string;
  readonly ethnicity: string;
  readonly birthplace: string | null;
  readonly native_place: string | null;
  readonly other_address: string | null;
  readonly religion: string | null;
  readonly height_cm: number | null;
  readonly blood_type: string | null;
  readonly education: string | null;
  readonly marital_status: string;
  readonly military: string | null;
  readonly workplace: string | null;
  readonly occupation: string | null;
  readonly arrived_in_city: string | null;
  readonly arrived_at_address: string | null;
  readonly phone: string | null;
  readonly status: Person['status'];
  readonly ended_on: string | null;
  readonly end_reason: string | null;
  readonly guardians: string;
  readonly father_id: string | null;
  readonly mother_id: string | null;
  readonly spouse_id: string | null;
  readonly capacity: Person['capacity'];
  readonly adoption_is_secret: number;
  readonly photo_id: string | null;
  readonly former_citizen_ids: string;
  readonly hukou_division: string | null;
  readonly hukou_class: Person['hukouClass'];
  readonly hukou_address: string | null;
}

/** A line of `households`. */
export interface HouseholdLine extends Kept {
  readonly household_id: string;
  readonly station_code: string;
  readonly number: string;
  readonly kind: Household['kind'];
  readonly address_id: string;
  readonly head_person_id: string;
  readonly status: Household['status'];
  readonly opened_on: string;
  readonly closed_on: string | null;
  readonly unit_name: string | null;
}

/** A line of `memberships`. */
export interface MembershipLine extends Kept {
  readonly membership_id: string;
  readonly household_id: string;
  readonly person_id: string;
  readonly relation: string;
  readonly since_on: string;
  readonly until_on: string | null;
}

/** A line of `addresses`; the registry alone makes addresses, so none is ever provisional. */
export interface AddressLine {
  readonly address_id: string;
  readonly parent_id: string | null;
  readonly level: Address['level'];
  readonly name: string;
  readonly full_name: string;
  readonly initials: string;
  readonly division: string;
  readonly urban_rural: Address['urbanRural'];
  readonly station_code: string | null;
  readonly is_frozen: number;
  readonly aliases: string;
  readonly grid_kind: Address['gridKind'];
  readonly grid_name: string | null;
  readonly version: number;
}

/** The record a line of `persons` holds. */
export function personOfRow(row: PersonLine): Stored<Person> {
  return stored(row.person_id, row, {
    personId: row.person_id,
    citizenId: row.citizen_id,
    name: row.name,
    namePinyin: row.name_pinyin,
    formerName: row.former_name,
    sex: row.sex,
    bornOn: row.born_on,
    ethnicity: row.ethnicity,
    birthplace: row.birthplace,
    nativePlace: row.native_place,
    otherAddress: row.other_address,
    religion: row.religion,
    heightCm: row.height_cm,
    bloodType: row.blood_type,
    education: row.education,
    maritalStatus: row.marital_status,
    military: row.military,
    workplace: row.workplace,
    occupation: row.occupation,
    arrivedInCity: row.arrived_in_city,
    arrivedAtAddress: row.arrived_at_address,
    phone: row.phone,
    status: row.status,
    endedOn: row.ended_on,
    endReason: row.end_reason,
    guardians: row.guardians === '[]' ? [] : JSON.parse(row.guardians),
    fatherId: row.father_id,
    motherId: row.mother_id,
    spouseId: row.spouse_id,
    capacity: row.capacity,
    adoptionIsSecret: row.adoption_is_secret === 1,
    photoId: row.photo_id,
    formerCitizenIds: row.former_citizen_ids === '[]' ? [] : JSON.parse(row.former_citizen_ids),
    hukouDivision: row.hukou_division,
    hukouClass: row.hukou_class,
    hukouAddress: row.hukou_address,
  });
}

/** The record a line of `households` holds. */
export function householdOfRow(row: HouseholdLine): Stored<Household> {
  return stored(row.household_id, row, {
    householdId: row.household_id,
    stationCode: row.station_code,
    number: row.number,
    kind: row.kind,
    addressId: row.address_id,
    headPersonId: row.head_person_id,
    status: row.status,
    openedOn: row.opened_on,
    closedOn: row.closed_on,
    unitName: row.unit_name,
  });
}

/** The record a line of `memberships` holds. */
export function membershipOfRow(row: MembershipLine): Stored<Membership> {
  return stored(row.membership_id, row, {
    membershipId: row.membership_id,
    householdId: row.household_id,
    personId: row.person_id,
    relation: row.relation,
    sinceOn: row.since_on,
    untilOn: row.until_on,
  });
}

/** The record a line of `addresses` holds. */
export function addressOfRow(row: AddressLine): Stored<Address> {
  return stored(
    row.address_id,
    { version: row.version, provisional_event_id: null },
    {
      addressId: row.address_id,
      parentId: row.parent_id,
      level: row.level,
      name: row.name,
      fullName: row.full_name,
      division: row.division,
      urbanRural: row.urban_rural,
      stationCode: row.station_code,
      isFrozen: row.is_frozen === 1,
      aliases: row.aliases === '[]' ? [] : JSON.parse(row.aliases),
      gridKind: row.grid_kind,
      gridName: row.grid_name,
    },
  );
}

function stored<T>(id: string, row: Kept, data: T): Stored<T> {
  return { id, version: row.version, provisionalEventId: row.provisional_event_id, data };
}
