import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The box around it is what one presses, and that is large enough; axe measures the text line inside. */
const insideLargerTarget = '.ant-select-input';

/** What stands in the way of someone with a disability on this page (WCAG 2.2 AA, as far as a program can tell): rule and element. */
export async function findBarriers(page: Page): Promise<string[]> {
  // A second page, which the builder otherwise opens, can not be opened in the program.
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(levels).analyze();
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
