import type { ReactElement } from 'react';
import type { Language } from '../../shared/domain/codes.ts';
import type { FieldKind } from '../case/fields.ts';
import type { Say } from '../language.ts';

/** A value as the draft keeps it: text as typed, or the answer to a yes-no field. */
export type FieldValue = string | boolean | null;

/** What every kind of field gets. `onLeave` follows the last change, so that checks may begin. */
export interface FieldInputProps<K extends FieldKind = FieldKind> {
  readonly id: string;
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
  readonly show: (value: FieldValue, field: K, context: ShowContext) => string;
}

export function asText(value: FieldValue): string {
  return typeof value === 'string' ? value : '';
}
