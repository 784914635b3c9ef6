import type { Draft, DraftPerson } from '../../shared/contract/draft.ts';
import type { PageField } from '../../shared/contract/procedure.ts';
import type { CodeTableName } from '../../shared/domain/codes.ts';
import type { StepId } from './draft-store.ts';

/** Papers and parts the fields stand on: one paper in hand is one card of the entry form and one group of the check page. */
export type CardId = 'id-card' | 'book' | 'contact' | 'place' | 'life' | 'work' | 'relation' | 'head';

export type FieldKind =
  | { readonly kind: 'text' | 'name' | 'citizen-number' | 'day' | 'division' | 'digits' | 'yes-no' }
  | { readonly kind: 'long-text' | 'address' | 'household' | 'person' | 'member' | 'members' | 'relations' | 'photo' }
  | { readonly kind: 'code'; readonly table: CodeTableName }
  | { readonly kind: 'options'; readonly options: PageField['options'] }
  | {
      readonly kind: 'choice';
      readonly words: 'hukouClass' | 'relationToApplicant';
      readonly values: readonly string[];
    };

export type PersonField = FieldKind & {
  readonly key: keyof DraftPerson;
  readonly card: CardId;
  readonly isOptional?: true;
  /** Takes the whole width of the card. */
  readonly isWide?: true;
  readonly unit?: 'cm';
  readonly hint?: 'citizenId' | 'name' | 'hukouDivision' | 'religion' | 'namePinyin';
  /** The applicant has no relation to the applicant. */
  readonly only?: 'companions';
};

/**
 * Every field of a person in the order of the papers: drives the entry form, the check page and the read-only view. The
 * label is the word `field.<key>`.
 */
export const personFields: readonly PersonField[] = [
  {
    key: 'relationToApplicant',
    kind: 'choice',
    words: 'relationToApplicant',
    values: ['spouse', 'child', 'parent', 'other'],
    card: 'relation',
    only: 'companions',
  },
  { key: 'livesTogether', kind: 'yes-no', card: 'relation', only: 'companions' },
  { key: 'citizenId', kind: 'citizen-number', card: 'id-card', hint: 'citizenId' },
  { key: 'name', kind: 'name', card: 'id-card', hint: 'name' },
  { key: 'sex', kind: 'code', table: 'sex', card: 'id-card' },
  { key: 'bornOn', kind: 'day', card: 'id-card' },
  { key: 'ethnicity', kind: 'code', table: 'ethnicity', card: 'id-card' },
  { key: 'hukouDivision', kind: 'division', card: 'book', isWide: true, hint: 'hukouDivision' },
  { key: 'hukouAddress', kind: 'text', card: 'book', isWide: true },
  { key: 'hukouClass', kind: 'choice', words: 'hukouClass', values: ['urban', 'rural', 'none'], card: 'book' },
  { key: 'maritalStatus', kind: 'code', table: 'marital', card: 'book' },
  { key: 'phone', kind: 'digits', card: 'contact', isOptional: true },
  { key: 'namePinyin', kind: 'text', card: 'life', isOptional: true, hint: 'namePinyin' },
  { key: 'formerName', kind: 'name', card: 'life', isOptional: true },
  { key: 'birthplace', kind: 'text', card: 'place', isOptional: true },
  { key: 'nativePlace', kind: 'text', card: 'place', isOptional: true },
  { key: 'otherAddress', kind: 'text', card: 'place', isOptional: true, isWide: true },
  { key: 'education', kind: 'code', table: 'education', card: 'life', isOptional: true },
  { key: 'military', kind: 'code', table: 'military', card: 'life', isOptional: true },
  { key: 'bloodType', kind: 'code', table: 'blood', card: 'life', isOptional: true },
  { key: 'heightCm', kind: 'digits', card: 'life', isOptional: true, unit: 'cm' },
  { key: 'religion', kind: 'text', card: 'life', isOptional: true, hint: 'religion' },
  { key: 'photoId', kind: 'photo', card: 'life', isOptional: true, isWide: true },
  { key: 'occupation', kind: 'text', card: 'work', isOptional: true },
  { key: 'workplace', kind: 'text', card: 'work', isOptional: true, isWide: true },
  { key: 'relationToHead', kind: 'code', table: 'relation', card: 'head' },
];

/** Values a person's entry carries that nobody types: where it came from. */
export const unaskedPersonKeys: readonly (keyof DraftPerson)[] = ['personId', 'source'];

/** The cards in the order they are drawn and checked. */
export const cardOrder: readonly CardId[] = ['relation', 'id-card', 'book', 'contact', 'place', 'life', 'work', 'head'];

/** Cards of a companion: all but the relation to the head, which is asked for with the household. */
export const companionCards: readonly CardId[] = cardOrder.filter((it) => it !== 'head');

/** Cards of the first step; the rest of the applicant's registration card is filled in with the people. */
export const applicantCards: readonly CardId[] = ['id-card', 'book', 'contact'];

/** What else a case asks for beside its people, with the step where it is entered and how the check page shows it. */
export const caseFields: readonly { readonly path: keyof Draft; readonly step: StepId }[] = [
  { path: 'procedure', step: 'situation' },
  { path: 'subject', step: 'applicant' },
  { path: 'fields', step: 'page' },
  { path: 'answers', step: 'situation' },
  { path: 'materials', step: 'materials' },
  { path: 'people', step: 'people' },
  { path: 'target', step: 'target' },
  { path: 'isVoluntary', step: 'check' },
  { path: 'reasons', step: 'check' },
  { path: 'note', step: 'check' },
];

/** Values of a draft that nobody types. */
export const unaskedDraftKeys: readonly (keyof Draft)[] = ['step'];

/** The fields of a card that a person has. Nobody comes along but in settling. */
export function fieldsOf(card: CardId, personIndex: number, isSettling = true): readonly PersonField[] {
  const isCompanion = isSettling && personIndex > 0;
  return personFields.filter((it) => it.card === card && (it.only !== 'companions' || isCompanion));
}

/** The step where a field of a person is entered. Only settling begins with the applicant. */
export function stepOfField(field: PersonField, personIndex: number, isSettling = true): StepId {
  if (field.key === 'relationToHead') return 'target';
  return isSettling && personIndex === 0 && applicantCards.includes(field.card) ? 'applicant' : 'people';
}

/** The field at a draft path `people.<n>.<key>`, or null. */
export function findField(path: string): { field: PersonField; index: number } | null {
  const match = /^people\.(\d+)\.(\w+)$/.exec(path);
  const field = personFields.find((it) => it.key === match?.[2]);
  return match === null || field === undefined ? null : { field, index: Number(match[1]) };
}

/** The field of a person's value, or null when nobody types it. */
export function findPersonField(key: string): PersonField | null {
  return personFields.find((it) => it.key === key) ?? null;
}
