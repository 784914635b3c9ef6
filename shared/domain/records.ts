import { z } from 'zod';

/** UUIDv7, given by the device that made the record; never reused. */
export const RecordId = z.uuid();
export type RecordId = z.infer<typeof RecordId>;

/** A calendar day `YYYY-MM-DD` as it stands on paper; plain-date.ts has the arithmetic. */
export const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
/** An instant, ISO 8601 in UTC. */
export const Instant = z.iso.datetime();
/** Six digits of GB/T 2260. */
export const Division = z.string().regex(/^\d{6}$/);
/** Twelve characters of GA/T 380; letters occur (forest police), so never a number. Not related to GB/T 2260. */
export const StationCode = z.string().regex(/^[0-9A-Z]{12}$/);
/** 18 characters of GB 11643. */
export const CitizenId = z.string().regex(/^\d{17}[\dX]$/);
/** A photograph by the SHA-256 of its bytes, in hex. */
export const PhotoId = z.string().regex(/^[0-9a-f]{64}$/);

/** Urban-rural class of an address (城乡分类), kept on the address and not on the household since article 6. */
export const UrbanRural = z.enum(['urban', 'town', 'rural']);
export type UrbanRural = z.infer<typeof UrbanRural>;

/** A standard address (标准地址): one node of the tree province → … → room. */
export const Address = z.strictObject({
  addressId: RecordId,
  parentId: RecordId.nullable(),
  level: z.enum(['division', 'township', 'community', 'street', 'compound', 'building', 'unit', 'room']),
  name: z.string().min(1).max(60),
  fullName: z.string().min(1).max(120),
  division: Division,
  urbanRural: UrbanRural,
  stationCode: StationCode.nullable(),
  /** Frozen for demolition or dispute: nobody may move in. */
  isFrozen: z.boolean(),
  /** Other names people use for the place. */
  aliases: z.array(z.string().min(1).max(120)).max(20).default([]),
  /** The grid unit (网格, article 8) the place belongs to: a community, a property area or a village. */
  gridKind: z.enum(['community', 'property', 'village']).nullable().default(null),
  gridName: z.string().max(60).nullable().default(null),
});
export type Address = z.infer<typeof Address>;

/** One of the two guardians (监护人) of a minor or of an adult without full capacity. */
export const Guardian = z.strictObject({
  name: z.string().min(1).max(50),
  relation: z.string().max(20),
  citizenId: z.string().max(18).nullable(),
});
export type Guardian = z.infer<typeof Guardian>;

/**
 * `registered`: has a household here. `elsewhere`: registered in another place, known here by a residence registration or as a relative.
 * `moved-out`, `dead`, `cancelled` (settled abroad, other nationality, double or false registration): once registered here.
 */
export const PersonStatus = z.enum(['registered', 'elsewhere', 'moved-out', 'dead', 'cancelled']);
export type PersonStatus = z.infer<typeof PersonStatus>;

/** A person as the 常住人口登记卡 knows them (22 fields) plus what the register needs. Codes are those of resources/codes. */
export const Person = z.strictObject({
  personId: RecordId,
  citizenId: CitizenId,
  name: z.string().min(1).max(50),
  /** Pinyin typed by hand where the dictionary does not know the reading; null: derived. */
  namePinyin: z.string().max(100).nullable(),
  formerName: z.string().max(50).nullable(),
  sex: z.enum(['1', '2']),
  bornOn: Day,
  ethnicity: z.string().regex(/^\d{2}$/),
  birthplace: z.string().max(60).nullable(),
  nativePlace: z.string().max(60).nullable(),
  otherAddress: z.string().max(120).nullable(),
  /** N21 §56, in force 2021-10-01: may be left blank at the person's will. */
  religion: z.string().max(20).nullable(),
  heightCm: z.number().int().min(30).max(250).nullable(),
  bloodType: z.string().max(10).nullable(),
  education: z
    .string()
    .regex(/^\d{2}$/)
    .nullable(),
  maritalStatus: z.string().regex(/^\d{2}$/),
  military: z.string().max(20).nullable(),
  workplace: z.string().max(80).nullable(),
  occupation: z.string().max(40).nullable(),
  /** 何时由何地迁来本市（县） */
  arrivedInCity: z.string().max(120).nullable(),
  /** 何时由何地迁来本址 */
  arrivedAtAddress: z.string().max(120).nullable(),
  phone: z.string().max(30).nullable(),
  status: PersonStatus,
  /** The day the registration ended (death, moving out, cancellation) and why; null while it stands. */
  endedOn: Day.nullable().default(null),
  endReason: z.string().max(60).nullable().default(null),
  guardians: z.array(Guardian).max(2).default([]),
  /** Parents and living spouse where they are in the register too. */
  fatherId: RecordId.nullable().default(null),
  motherId: RecordId.nullable().default(null),
  spouseId: RecordId.nullable().default(null),
  /** Capacity for civil acts (民法典 §17–24) where it is not what the age says; null: by age. */
  capacity: z.enum(['full', 'limited', 'none']).nullable().default(null),
  /** N21 §26: the adoption is kept secret, prints show 子 or 女. */
  adoptionIsSecret: z.boolean().default(false),
  photoId: PhotoId.nullable().default(null),
  /** Numbers given up by a correction, the oldest first: they lead to the person still, and nobody is allotted one of them again. */
  formerCitizenIds: z.array(CitizenId).max(60).default([]),
  /** Where someone of status `elsewhere` is registered. */
  hukouDivision: Division.nullable().default(null),
  hukouClass: z.enum(['urban', 'rural']).nullable().default(null),
  hukouAddress: z.string().max(120).nullable().default(null),
});
export type Person = z.infer<typeof Person>;

/** What is not known of a person at first, beside the fields of the card. */
export const bareParticulars = {
  endedOn: null,
  endReason: null,
  guardians: [],
  fatherId: null,
  motherId: null,
  spouseId: null,
  capacity: null,
  adoptionIsSecret: false,
  photoId: null,
  formerCitizenIds: [],
  hukouDivision: null,
  hukouClass: null,
  hukouAddress: null,
} satisfies Partial<Person>;

/** A household (户). Since article 6 all are 居民户口; the kind is 家庭户, 集体户 or 社区集体户. */
export const Household = z.strictObject({
  householdId: RecordId,
  stationCode: StationCode,
  /** 户号, nine digits, unique inside its station only. */
  number: z.string().regex(/^\d{9}$/),
  kind: z.enum(['family', 'collective', 'community']),
  addressId: RecordId,
  headPersonId: RecordId,
  status: z.enum(['open', 'closed']),
  openedOn: Day,
  closedOn: Day.nullable().default(null),
  /** Unit or community that keeps a collective household; null for a family. */
  unitName: z.string().max(60).nullable().default(null),
});
export type Household = z.infer<typeof Household>;

/** One person in one household from a day on. `untilOn` null: still there. L58 §6: one person, one place. */
export const Membership = z.strictObject({
  membershipId: RecordId,
  householdId: RecordId,
  personId: RecordId,
  /** Relation to the head, GB/T 4761; `02` is the head. */
  relation: z.string().regex(/^\d{2}$/),
  sinceOn: Day,
  untilOn: Day.nullable(),
});
export type Membership = z.infer<typeof Membership>;
