import { z } from 'zod';
import { CitizenId, Day, Person, PhotoId, RecordId } from '../../domain/records.ts';
import type { Change } from '../change.ts';
import { relationsInput } from '../heads.ts';
import { refuse } from '../refusal.ts';

/** The procedures that change items (C30–C36); each changes its own and no other. */
export const itemKinds = ['name', 'former-name', 'sex', 'ethnicity', 'birth-date', 'id-number', 'other'] as const;
export type ItemKind = (typeof itemKinds)[number];

/** Items that may be left empty, by the name of the field; `guardians` are both of them. N21 §56: religion and the like are the person's to tell. */
export const clearableItems = [
  'formerName',
  'religion',
  'otherAddress',
  'heightCm',
  'bloodType',
  'education',
  'military',
  'workplace',
  'occupation',
  'phone',
  'guardians',
  'fatherId',
  'motherId',
] as const;

const text = (max: number) => z.string().trim().max(max).default('');
const code = z.string().regex(/^\d{2}$/);
const none = null;

/** What is left out stays as it is. */
export const ItemInput = z.strictObject({
  /** The person. */
  subject: RecordId,
  item: z.enum(itemKinds),
  name: text(50),
  namePinyin: text(100),
  formerName: text(50),
  sex: Person.shape.sex.nullable().default(none),
  bornOn: Day.nullable().default(none),
  /** A number given elsewhere; without it one is allotted. */
  citizenId: CitizenId.nullable().default(none),
  ethnicity: code.nullable().default(none),
  maritalStatus: code.nullable().default(none),
  spouseId: RecordId.nullable().default(none),
  education: code.nullable().default(none),
  workplace: text(80),
  occupation: text(40),
  heightCm: Person.shape.heightCm.default(none),
  bloodType: text(10),
  religion: text(20),
  military: text(20),
  birthplace: text(60),
  nativePlace: text(60),
  otherAddress: text(120),
  phone: text(30),
  capacity: z.enum(['by-age', 'full', 'limited', 'none']).nullable().default(none),
  guardianName: text(50),
  guardianRelation: text(20),
  guardianNumber: text(18),
  otherGuardianName: text(50),
  otherGuardianRelation: text(20),
  otherGuardianNumber: text(18),
  fatherId: RecordId.nullable().default(none),
  motherId: RecordId.nullable().default(none),
  photoId: PhotoId.nullable().default(none),
  clearedItem: z.enum(clearableItems).nullable().default(none),
  relations: relationsInput,
  /** When it came true; null: today. */
  happenedOn: Day.nullable().default(none),
});
export type ItemInput = z.infer<typeof ItemInput>;
export type ItemKey = Exclude<keyof ItemInput, 'subject' | 'item' | 'happenedOn'>;

/** Keys each procedure may give. */
const keysOf: Readonly<Record<Exclude<ItemKind, 'other'>, readonly ItemKey[]>> = {
  name: ['name', 'namePinyin'],
  'former-name': ['name', 'namePinyin', 'formerName', 'clearedItem'],
  sex: ['sex', 'citizenId', 'relations'],
  ethnicity: ['ethnicity'],
  'birth-date': ['bornOn', 'citizenId', 'relations'],
  'id-number': ['citizenId'],
};
const keysElsewhere: readonly ItemKey[] = ['name', 'formerName', 'sex', 'bornOn', 'citizenId', 'ethnicity'];

/** How a page asks for each item. */
export const itemFields: Change<ItemInput>['fields'] = {
  name: { kind: 'text' },
  namePinyin: { kind: 'text' },
  formerName: { kind: 'text' },
  sex: { kind: 'code:sex' },
  bornOn: { kind: 'date' },
  citizenId: { kind: 'citizen-number' },
  ethnicity: { kind: 'code:ethnicity' },
  maritalStatus: { kind: 'code:marital' },
  spouseId: { kind: 'person' },
  education: { kind: 'code:education' },
  workplace: { kind: 'text' },
  occupation: { kind: 'text' },
  heightCm: { kind: 'number' },
  bloodType: { kind: 'choice', values: ['0', '1', '2', '3', '4', '9'] },
  religion: { kind: 'text' },
  military: { kind: 'choice', values: ['0', '1', '2', '3', '4', '9'] },
  birthplace: { kind: 'text' },
  nativePlace: { kind: 'text' },
  otherAddress: { kind: 'text' },
  phone: { kind: 'text' },
  capacity: { kind: 'choice', values: ['by-age', 'full', 'limited', 'none'] },
  guardianName: { kind: 'text' },
  guardianRelation: { kind: 'text' },
  guardianNumber: { kind: 'text' },
  otherGuardianName: { kind: 'text' },
  otherGuardianRelation: { kind: 'text' },
  otherGuardianNumber: { kind: 'text' },
  fatherId: { kind: 'person' },
  motherId: { kind: 'person' },
  photoId: { kind: 'photo' },
  clearedItem: { kind: 'choice', values: clearableItems },
  relations: { kind: 'relations' },
  happenedOn: { kind: 'date' },
};

/** Whether the field was filled in. */
export function isGiven(input: ItemInput, key: ItemKey): boolean {
  const value = input[key];
  if (value === null || value === '') return false;
  return typeof value !== 'object' || Object.keys(value).length > 0;
}

/** Refuses items that are another procedure's with item-not-possible, and an empty page with item-needed (a number is allotted without any). */
export function checkOwnItems(input: ItemInput): void {
  const given = (Object.keys(itemFields) as (ItemKey | 'happenedOn')[]).filter(
    (key): key is ItemKey => key !== 'happenedOn' && isGiven(input, key),
  );
  const { item } = input;
  const foreign = given.find((key) => (item === 'other' ? keysElsewhere.includes(key) : !keysOf[item].includes(key)));
  if (foreign) refuse('item-not-possible', foreign);
  const clears = item === 'former-name' ? 'formerName' : input.clearedItem;
  if (input.clearedItem !== null && input.clearedItem !== clears) refuse('item-not-possible', 'clearedItem');
  if (given.length === 0 && item !== 'id-number') refuse('item-needed', null);
}
