import type { KeyboardEvent } from 'react';
import { fieldId } from '../case/draft-path.ts';
import { isComposing } from './keys.ts';

const stops = [
  'input:not([disabled]):not([type=hidden]):not([tabindex="-1"])',
  'textarea:not([disabled])',
  '[data-enter-stop]',
].join(',');

function isShown(element: HTMLElement): boolean {
  return element.offsetParent !== null || element.getClientRects().length > 0;
}

/** One stop for a whole group of radios: the chosen one, else the first. */
function isGroupStop(element: HTMLElement): boolean {
  if (!(element instanceof HTMLInputElement) || element.type !== 'radio') return true;
  const group = [...document.getElementsByName(element.name)].filter((it) => it instanceof HTMLInputElement);
  const chosen = group.find((it) => it.checked) ?? group[0];
  return chosen === element;
}

/** Moves the focus to the field after the focused one. False when there is none. */
export function focusNextField(container: HTMLElement): boolean {
  const fields = [...container.querySelectorAll<HTMLElement>(stops)].filter((it) => isShown(it) && isGroupStop(it));
  const active = document.activeElement;
  const next = fields.find(
    (it) => active === null || (active.compareDocumentPosition(it) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0,
  );
  next?.focus();
  if (next instanceof HTMLInputElement && next.type === 'text') next.select();
  return next !== undefined;
}

/** Focuses the first field of a part. */
export function focusFirstField(container: HTMLElement | null): void {
  const first = [...(container?.querySelectorAll<HTMLElement>(stops) ?? [])].find(
    (it) => isShown(it) && isGroupStop(it),
  );
  first?.focus();
}

/** Focuses what a draft path is entered with: its field, or the part marked with `data-paths`. False when neither is shown. */
export function focusPath(path: string): boolean {
  const field = document.getElementById(fieldId(path));
  const part = document.querySelector<HTMLElement>(`[data-paths~=${CSS.escape(path)}]`);
  const first = part?.querySelector<HTMLElement>('input:checked, input, button');
  const target = field ?? first ?? part;
  target?.focus();
  target?.scrollIntoView({ block: 'center' });
  return target !== null && target !== undefined;
}

/**
 * Enter goes to the next field. It stays what it is in a text area, on a button or link, in an open list of choices, and
 * while an input method composes.
 */
export function goOnWithEnter(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'Enter' || event.ctrlKey || isComposing(event.nativeEvent)) return;
  const target = event.target;
  if (!(target instanceof HTMLInputElement) || target.type === 'search') return;
  if (target.getAttribute('aria-expanded') === 'true') return;
  event.preventDefault();
  event.stopPropagation();
  focusNextField(event.currentTarget);
}

/** F4: opens the list of the field that has the focus. Lists open at an arrow key, whoever presses it. */
export function openChoices(): void {
  const field = document.activeElement;
  if (field?.getAttribute('role') !== 'combobox') return;
  field.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', keyCode: 40, bubbles: true, cancelable: true }));
}

/** F6: from one part of the page to the next. Parts are marked with `data-part`. */
export function focusNextPart(): void {
  const parts = [...document.querySelectorAll<HTMLElement>('[data-part]')].filter(isShown);
  const current = parts.findIndex((it) => it.contains(document.activeElement));
  const next = parts[(current + 1) % parts.length];
  if (next === undefined) return;
  const inside = next.querySelector<HTMLElement>('a[href], button, input, textarea, [tabindex="0"]');
  (inside ?? next).focus();
}
