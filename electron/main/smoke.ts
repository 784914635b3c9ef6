import type { BrowserWindow } from 'electron';

const limitMs = 60_000;
const lookEveryMs = 25;

/** Whether a person could log in now: the page has painted a field that takes text. */
const isUsable = "document.querySelector('input:not([disabled])') !== null";

/** Waits until the login page can be used; false when it can not after a minute. */
export async function isLoginUsable(window: BrowserWindow): Promise<boolean> {
  const until = Date.now() + limitMs;
  while (Date.now() < until) {
    if (window.isDestroyed()) return false;
    const usable: unknown = await window.webContents.executeJavaScript(isUsable).catch(() => false);
    if (usable === true) return true;
    await new Promise((resolve) => setTimeout(resolve, lookEveryMs));
  }
  return false;
}
