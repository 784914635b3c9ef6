import { groupCitizenNumber } from '../../shared/domain/citizen-number.ts';
import { codeLabel } from '../../shared/domain/codes.ts';
import { divisionPath } from '../../shared/domain/divisions.ts';
import type { FieldKind } from '../case/fields.ts';
import type { WordKey } from '../language.ts';
import { PhotoInput, PhotoWords } from '../photos/photo-input.tsx';
import { ChoiceInput, CodeInput, DivisionInput, OptionsInput, YesNoInput } from './choice-inputs.tsx';
import {
  asIds,
  asRelations,
  asText,
  type FieldInputProps,
  type FieldKindParts,
  type FieldValue,
  type ShowContext,
} from './field-input.ts';
import { MemberInput, MembersInput } from './member-inputs.tsx';
import { AddressInput, HouseholdInput, PersonInput } from './record-inputs.tsx';
import { AddressWords, HouseholdWords, MembersWords, PersonWords, RelationsWords } from './record-words.tsx';
import { RelationsInput } from './relations-input.tsx';
import { CitizenNumberInput, DayInput, DigitsInput, LongTextInput, NameInput, TextInput } from './text-inputs.tsx';

type KindRegistry = { readonly [K in FieldKind['kind']]: FieldKindParts<Extract<FieldKind, { kind: K }>> };

/** Every kind of field with its input and its read-only form. */
export const fieldKinds = {
  text: { Input: TextInput, show: asText },
  'long-text': { Input: LongTextInput, show: asText },
  name: { Input: NameInput, show: asText },
  digits: { Input: DigitsInput, show: asText },
  day: { Input: DayInput, show: asText },
  'citizen-number': { Input: CitizenNumberInput, show: (value) => groupCitizenNumber(asText(value)) },
  division: {
    Input: DivisionInput,
    show: (value, _field, { language }) => {
      const code = asText(value);
      const path = divisionPath(code, language);
      return path === code ? code : `${path} (${code})`;
    },
  },
  code: { Input: CodeInput, show: (value, field, { language }) => codeLabel(field.table, asText(value), language) },
  choice: {
    Input: ChoiceInput,
    show: (value, field, { say }) =>
      asText(value) === '' ? '' : say(`choice.${field.words}.${asText(value)}` as WordKey),
  },
  options: {
    Input: OptionsInput,
    show: (value, field, { language }) => {
      const chosen = asText(value);
      return field.options.find((it) => it.value === chosen)?.names[language] ?? chosen;
    },
  },
  address: { Input: AddressInput, show: asText, Words: AddressWords },
  household: { Input: HouseholdInput, show: asText, Words: HouseholdWords },
  person: { Input: PersonInput, show: asText, Words: PersonWords },
  member: { Input: MemberInput, show: asText, Words: PersonWords },
  members: { Input: MembersInput, show: (value) => asIds(value).join(), Words: MembersWords },
  relations: {
    Input: RelationsInput,
    show: (value) => Object.keys(asRelations(value)).join(),
    Words: RelationsWords,
  },
  photo: { Input: PhotoInput, show: asText, Words: PhotoWords },
  'yes-no': {
    Input: YesNoInput,
    show: (value, _field, { say }) => (typeof value === 'boolean' ? say(value ? 'word.yes' : 'word.no') : ''),
  },
} satisfies KindRegistry;

/** The parts of a field's own kind, with the kind forgotten: the registry pairs them, TypeScript cannot follow that. */
export function partsOf(field: FieldKind): FieldKindParts<FieldKind> {
  return fieldKinds[field.kind] as FieldKindParts<FieldKind>;
}

/** How a value of a field reads. */
export function showValue(field: FieldKind, value: FieldValue, context: ShowContext): string {
  return partsOf(field).show(value, field, context);
}

export type { FieldInputProps };
