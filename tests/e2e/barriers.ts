import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const targetSize = 'target-size';

/** The box around it is what one presses, and that is large enough; axe measures the text line inside. */
const insideLargerTarget = '.ant-select-input';

/** What stands in the way of someone with a disability on this page (WCAG 2.2 AA, as far as a program can tell): rule and element. */
export async function findBarriers(page: Page): Promise<string[]> {
  const { violations } = await (await lookAt(page)).withTags(levels).analyze();
  const found: string[] = [];
  for (const { id, nodes } of violations) {
    for (const { target, html } of nodes)
      if (id !== targetSize || (await isTooSmall(page, String(target[0])))) found.push(`${id}: ${html.slice(0, 120)}`);
  }
  return found;
}

async function lookAt(page: Page): Promise<AxeBuilder> {
  // The builder would send its megabyte of source twice for every look at a page that has it already.
  const isThere = await page.evaluate(() => 'axe' in window);
  const builder = new AxeBuilder({ page, ...(isThere ? { axeSource: 'void 0' } : {}) });
  // A second page, which the builder otherwise opens, can not be opened in the program. What passes is not described.
  return builder.setLegacyMode(true).options({ resultTypes: ['violations'] });
}

/** Half under the bar at the foot of the page anything is small: it is measured where it can be pressed. */
async function isTooSmall(page: Page, selector: string): Promise<boolean> {
  const isInside = await page
    .locator(selector)
    .first()
    .evaluate((element, outer) => {
      element.scrollIntoView({ block: 'center' });
      return element.matches(outer);
    }, insideLargerTarget);
  if (isInside) return false;
  const { violations } = await (await lookAt(page)).include(selector).withRules([targetSize]).analyze();
  return violations.length > 0;
}
