import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { findBarriers } from './barriers.ts';
import { still } from './look.ts';
import { findCutTexts, findHanWords, findLatinWords, isScrolledSideways } from './page-words.ts';

/** User names are Latin in practice mode. */
const knownLatin = ['li', 'wang', 'zhao', 'suo'];

/** Nothing is cut off, and every word but `known` is Chinese. `name` says in a failure which page it was. */
export async function expectChinese(page: Page, name: string, known = knownLatin): Promise<void> {
  const latin = await findLatinWords(page, known);
  const found = { name, latin, cut: await findCutTexts(page), isWide: await isScrolledSideways(page) };
  expect(found).toEqual({ name, latin: [], cut: [], isWide: false });
}

/** Nothing is cut off, and every word is English but for the names that `known` matches. */
export async function expectEnglish(page: Page, name: string, known: RegExp): Promise<void> {
  const han = await findHanWords(page, known);
  const found = { name, han, cut: await findCutTexts(page), isWide: await isScrolledSideways(page) };
  expect(found).toEqual({ name, han: [], cut: [], isWide: false });
}

/** The page stands in nobody's way (WCAG 2.2 AA, as far as a program can tell). */
export async function expectNoBarriers(page: Page, name: string): Promise<void> {
  // What is about to move is measured where it will not stay.
  await still(page);
  expect({ name, barriers: await findBarriers(page) }).toEqual({ name, barriers: [] });
}
