import { useSyncExternalStore } from 'react';

const storageKey = 'luohu.textPx';
const listeners = new Set<() => void>();

/** Text sizes a clerk may choose, in CSS pixels. */
export const textSizesPx = [14, 15, 16, 17, 18, 19, 20] as const;

function readTextPx(): number {
  const stored = Number(localStorage.getItem(storageKey));
  return textSizesPx.find((size) => size === stored) ?? 14;
}

/** Keeps the size on this computer and applies it at once. */
export function setTextPx(sizePx: number): void {
  localStorage.setItem(storageKey, String(sizePx));
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** The text size chosen now. */
export function useTextPx(): number {
  return useSyncExternalStore(subscribe, readTextPx);
}
