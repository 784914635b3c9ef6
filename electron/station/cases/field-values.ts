import type { FieldValue } from '../../../shared/contract/draft.ts';
import type { PageField } from '../../../shared/contract/procedure.ts';
import { readCitizenNumber } from '../../../shared/domain/citizen-number.ts';
import { type CodeTableName, codeTableNames, findCode } from '../../../shared/domain/codes.ts';
import { isKnownArea } from '../../../shared/domain/divisions.ts';
import { isRealDay } from '../../../shared/domain/plain-date.ts';
import { PhotoId, RecordId } from '../../../shared/domain/records.ts';
import type { FieldKind } from '../../../shared/register/change.ts';

/** What a field holds, as the change takes it; `empty`: nothing was entered; `invalid`: it is no value of its kind. */
type FieldReading = { readonly state: 'given'; readonly value: unknown } | { readonly state: 'empty' | 'invalid' };

type Reader = (value: FieldValue, field: PageField, today: string) => FieldReading;

const empty: FieldReading = { state: 'empty' };
const invalid: FieldReading = { state: 'invalid' };
const given = (value: unknown): FieldReading => ({ state: 'given', value });

/** Reads typed text; spaces around it never count. */
const ofText =
  (read: (text: string, field: PageField, today: string) => unknown): Reader =>
  (value, field, today) => {
    if (typeof value !== 'string') return invalid;
    const text = value.trim();
    if (text === '') return empty;
    const reading = read(text, field, today);
    return reading === null ? invalid : given(reading);
  };

const whole = (isWhole: (text: string) => boolean): Reader => ofText((text) => (isWhole(text) ? text : null));
const ofRecord = whole((text) => RecordId.safeParse(text).success);

const readNumber = ofText((text) => (Number.isFinite(Number(text)) ? Number(text) : null));
const readChoice = ofText((text, { options }) => (options.some(({ value }) => value === text) ? text : null));
const readCitizen = ofText((text, _field, today) => {
  const reading = readCitizenNumber(text, { today, isKnownArea });
  return reading.valid ? reading.normalized : null;
});

const readYesNo: Reader = (value) => {
  if (value === '') return empty;
  return typeof value === 'boolean' ? given(value) : invalid;
};

const readMembers: Reader = (value) => {
  if (!Array.isArray(value)) return value === '' ? empty : invalid;
  return value.length === 0 ? empty : given(value);
};

const readRelations: Reader = (value) => {
  if (typeof value !== 'object' || Array.isArray(value)) return value === '' ? empty : invalid;
  const chosen = Object.entries(value).filter(([, relation]) => relation !== '');
  return chosen.length === 0 ? empty : given(Object.fromEntries(chosen));
};

const readers: Readonly<Record<Exclude<FieldKind, `code:${string}`>, Reader>> = {
  text: ofText((text) => text),
  'long-text': ofText((text) => text),
  date: whole(isRealDay),
  'yes-no': readYesNo,
  number: readNumber,
  choice: readChoice,
  'citizen-number': readCitizen,
  division: whole(isKnownArea),
  address: ofRecord,
  household: ofRecord,
  person: ofRecord,
  member: ofRecord,
  members: readMembers,
  relations: readRelations,
  photo: whole((text) => PhotoId.safeParse(text).success),
};

function codeTableOf(kind: string): CodeTableName | null {
  return codeTableNames.find((table) => kind === `code:${table}`) ?? null;
}

function isPlainKind(kind: string): kind is keyof typeof readers {
  return Object.hasOwn(readers, kind);
}

/** Reads what was entered for a field of a page as its kind says. Text that is still being typed is `invalid`, never lost. */
export function readField(field: PageField, value: FieldValue | undefined, today: string): FieldReading {
  if (value === undefined) return empty;
  const table = codeTableOf(field.kind);
  if (table) return whole((code) => findCode(table, code) !== null)(value, field, today);
  return isPlainKind(field.kind) ? readers[field.kind](value, field, today) : invalid;
}
