import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The box around it is what one presses, and that is large enough; axe measures the text line inside. */
const insideLargerTarget = '.ant-select-input';

/** What stands in the way of someone with a disability on this page (WCAG 2.2 AA, as far as a program can tell): rule and element. */
export async function findBarriers(page: Page): Promise<string[]> {
  // The builder would send its megabyte of source twice for every look at a page that has it already.
  const isThere = await page.evaluate(() => 'axe' in window);
  const builder = new AxeBuilder({ page, ...(isThere ? { axeSource: 'void 0' } : {}) });
  // A second page, which the builder otherwise opens, can not be opened in the program. What passes is not described.
  const { violations } = await builder
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .withTags(levels)
    .analyze();
  const found: string[] = [];
  for (const { id, nodes } of violations) {
    for (const { target, html } of nodes) {
      const isInside =
        id === 'target-size' &&
        (await page
          .locator(String(target[0]))
          .first()
          .evaluate((element, outer) => element.matches(outer), insideLargerTarget));
      if (!isInside) found.push(`${id}: ${html.slice(0, 120)}`);
    }
  }
  return found;
}
