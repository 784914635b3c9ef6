import { useSyncExternalStore } from 'react';
import { takesText } from '../keys/keys.ts';

export type TextField = HTMLInputElement | HTMLTextAreaElement;

let target: TextField | null = null;
const listeners = new Set<() => void>();

function change(next: TextField | null): void {
  target = next;
  for (const listener of listeners) listener();
}

function isTextField(element: Element | null): element is TextField {
  return (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) && takesText(element);
}

/** Opens the picker for the field with this id, or for the one that has the focus; nothing happens where none takes text. */
export function openCharacterPicker(fieldId?: string): void {
  const field = fieldId === undefined ? document.activeElement : document.getElementById(fieldId);
  if (isTextField(field)) change(field);
}

/** Closes the picker; the field has the focus again, with the character where the caret stood. */
export function closeCharacterPicker(character = ''): void {
  const field = target;
  change(null);
  if (field === null) return;
  field.focus();
  if (character === '') return;
  const end = field.selectionEnd ?? field.value.length;
  field.setRangeText(character, field.selectionStart ?? end, end, 'end');
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The field a character is being picked for; null while the picker is closed. */
export function usePickerTarget(): TextField | null {
  return useSyncExternalStore(listen, () => target);
}
