import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { findCutTexts, findLatinWords, isScrolledSideways } from './page-words.ts';

/** User names are Latin in practice mode. */
const knownLatin = ['li', 'wang', 'zhao', 'suo'];

/** Nothing is cut off, and every word is Chinese. `name` says in a failure which page it was. */
export async function expectChinese(page: Page, name: string): Promise<void> {
  const latin = await findLatinWords(page, knownLatin);
  const found = { name, latin, cut: await findCutTexts(page), isWide: await isScrolledSideways(page) };
  expect(found).toEqual({ name, latin: [], cut: [], isWide: false });
}
