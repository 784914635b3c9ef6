import { errors, type Locator, type Page } from 'playwright-core';

/** Playwright looks for an element every tenth of a second when it may wait so long, and every half when it may wait longer. */
const oneLookMs = 2_000;
const limitMs = 20_000;

/** Does what waits for something on the page, looking every tenth of a second. */
async function lookOften<T>(act: (timeout: { timeout: number }) => Promise<T>, withinMs = limitMs): Promise<T> {
  const end = Date.now() + withinMs;
  for (;;) {
    try {
      return await act({ timeout: oneLookMs });
    } catch (error) {
      if (!(error instanceof errors.TimeoutError) || Date.now() > end) throw error;
    }
  }
}

/** Waits until it is shown. */
export function shown(element: Locator, withinMs = limitMs): Promise<void> {
  return lookOften((timeout) => element.waitFor(timeout), withinMs);
}

/** Waits until it is no longer there. */
export function gone(element: Locator): Promise<void> {
  return lookOften((timeout) => element.waitFor({ ...timeout, state: 'detached' }));
}

/** Puts the focus there once it is shown. */
export function focus(element: Locator): Promise<void> {
  return lookOften((timeout) => element.focus(timeout));
}

/** So long nothing of a page has changed when it is said to stand still, and so long is waited for that at most. */
const stillMs = { for: 150, atMost: 5_000 };

/** Does what leads to another page, and waits until that one is there with everything it asked for. */
export async function toNextPage(page: Page, lead: () => Promise<void>): Promise<void> {
  const title = page.getByRole('main').getByRole('heading', { level: 1 });
  const before = await title.textContent();
  await lead();
  // The page left stands until the next one is there.
  await gone(title.filter({ hasText: before ?? '' }));
  await shown(title);
  await still(page);
}

/** Waits until the page stands still: everything it asked for has been drawn. */
export async function still(page: Page): Promise<void> {
  await page.evaluate(
    (ms) =>
      new Promise<void>((resolve) => {
        const done = () => {
          watch.disconnect();
          resolve();
        };
        let timer = setTimeout(done, ms.for);
        setTimeout(done, ms.atMost);
        const watch = new MutationObserver(() => {
          clearTimeout(timer);
          timer = setTimeout(done, ms.for);
        });
        watch.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
      }),
    stillMs,
  );
}
