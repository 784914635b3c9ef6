import { useEffect, useRef } from 'react';

/** A key with its modifiers as it is written on the controls: `F2`, `Shift+F2`, `Ctrl+K`, `Ctrl+Enter`, `Esc`. */
export type KeyName =
  | `F${1 | 2 | 3 | 4 | 6 | 7 | 8 | 9 | 10 | 12}`
  | 'Shift+F2'
  | 'Shift+F4'
  | 'Ctrl+K'
  | 'Ctrl+Enter'
  | 'Esc'
  | `${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9}`;

interface Binding {
  readonly key: KeyName;
  readonly run: () => void;
}

// The part of the page shown last answers first, so a panel can take Esc from the page below it.
const bindings: Binding[] = [];
let areSuspended = false;

/** While the window is locked no key reaches the page behind the lock. */
export function suspendKeys(suspended: boolean): void {
  areSuspended = suspended;
}

/** Whether an input method is still composing: its Enter and its digits belong to it. */
export function isComposing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

function nameOf(event: KeyboardEvent): string {
  const isWithControl = event.ctrlKey || event.metaKey;
  if (event.key === 'Escape') return 'Esc';
  if (isWithControl) return `Ctrl+${event.key.length === 1 ? event.key.toUpperCase() : event.key}`;
  if (event.shiftKey && /^F\d+$/.test(event.key)) return `Shift+${event.key}`;
  return event.altKey ? '' : event.key;
}

/** Whether typing belongs to the element, so that digits are text and not choices. */
export function takesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLTextAreaElement || target.isContentEditable) return true;
  if (!(target instanceof HTMLInputElement)) return false;
  return !['radio', 'checkbox', 'button', 'range'].includes(target.type);
}

/** An open list of choices closes first at Esc; only the next Esc leaves the part. */
function hasOpenList(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.getAttribute('aria-expanded') === 'true';
}

function answerKey(event: KeyboardEvent): void {
  if (isComposing(event) || areSuspended) return;
  const name = nameOf(event);
  if (/^[1-9]$/.test(name) && takesText(event.target)) return;
  if (name === 'Esc' && hasOpenList(event.target)) return;
  const binding = bindings.findLast((it) => it.key === name);
  if (binding === undefined) return;
  event.preventDefault();
  event.stopPropagation();
  if (!event.repeat) binding.run();
}

/** Starts listening. Returns the function that stops it. */
export function listenToKeys(): () => void {
  window.addEventListener('keydown', answerKey, true);
  return () => window.removeEventListener('keydown', answerKey, true);
}

/** Binds a key while the component is shown. */
export function useKey(key: KeyName, run: () => void, isActive = true): void {
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => {
    if (!isActive) return;
    const binding: Binding = { key, run: () => latest.current() };
    bindings.push(binding);
    return () => {
      bindings.splice(bindings.indexOf(binding), 1);
    };
  }, [key, isActive]);
}

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** Digits choose among numbered options: `choose(0)` for 1. Never while typing in a text field. */
export function useDigits(count: number, choose: (index: number) => void): void {
  const latest = useRef(choose);
  useEffect(() => {
    latest.current = choose;
  });
  useEffect(() => {
    const mine = digits.slice(0, count).map((key, index): Binding => ({ key, run: () => latest.current(index) }));
    bindings.push(...mine);
    return () => {
      for (const binding of mine) bindings.splice(bindings.indexOf(binding), 1);
    };
  }, [count]);
}
