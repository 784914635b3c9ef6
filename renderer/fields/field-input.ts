import type { ReactElement } from 'react';
import type { FieldValue as DraftValue } from '../../shared/contract/draft.ts';
import type { Language } from '../../shared/domain/codes.ts';
import type { FieldKind } from '../case/fields.ts';
import type { Say } from '../language.ts';

/** A value as the draft keeps it: text as typed, an answer, chosen persons, a relation for each; null: nothing yet. */
export type FieldValue = DraftValue | null;

/** What every kind of field gets. `onLeave` follows the last change, so that checks may begin. */
export interface FieldInputProps<K extends FieldKind = FieldKind> {
  readonly id: string;
  /** Where the value stands in what is entered; fields that lean on others of their page look beside it. */
  readonly path: string;
  readonly field: K;
  readonly label: string;
  readonly value: FieldValue;
  readonly onChange: (value: FieldValue) => void;
  readonly onLeave: () => void;
  readonly isWrong: boolean;
  readonly describedBy: string | undefined;
  readonly placeholder: string;
}

export interface ShowContext {
  readonly language: Language;
  readonly say: Say;
}

/** One kind of field: how it is entered and how its value reads. */
export interface FieldKindParts<K extends FieldKind> {
  readonly Input: (props: FieldInputProps<K>) => ReactElement;
  /** Empty when there is no value. */
  readonly show: (value: FieldValue, field: K, context: ShowContext) => string;
  /** The value in words where they have to be looked up; `show` then only tells whether there is one. */
  readonly Words?: (props: { readonly value: FieldValue }) => ReactElement | null;
}

export function asText(value: FieldValue): string {
  return typeof value === 'string' ? value : '';
}

/** The persons chosen. */
export function asIds(value: FieldValue): readonly string[] {
  return Array.isArray(value) ? value : [];
}

/** The relation of each person. */
export function asRelations(value: FieldValue): Readonly<Record<string, string>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}
