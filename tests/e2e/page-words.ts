import type { Page } from 'playwright-core';

/** Words of the Latin script that Chinese texts rightly hold: the program's name, names of keys, units, items of the catalogue, permits of the made-up town, the other language. */
const allowedWords = /^(Luohu|English|Ctrl|Enter|Esc|Tab|F\d{1,2}|PDF|QR|ID|GA|GB|cm|X|A4|A5|C\d{2}|T\d{8})$/;

export interface CutText {
  readonly text: string;
  readonly where: string;
}

/** Texts that do not fit where they stand: cut by their box or reaching beyond the window. */
export function findCutTexts(page: Page): Promise<CutText[]> {
  return page.evaluate(() => {
    const found: { text: string; where: string }[] = [];
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const text = [...element.childNodes]
        .filter((node) => node.nodeType === Node.TEXT_NODE)
        .map((node) => node.textContent ?? '')
        .join('')
        .trim();
      if (text === '' || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      const box = element.getBoundingClientRect();
      const isHiddenForEyes = box.width <= 1 || box.height <= 1;
      const isCut = element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== 'visible';
      const isOutside = box.right > window.innerWidth + 1 || box.left < -1;
      if (!isHiddenForEyes && element.clientWidth > 0 && (isCut || isOutside))
        found.push({
          text: text.slice(0, 60),
          where: `${element.tagName.toLowerCase()}.${element.className}`.slice(0, 80),
        });
    }
    return found;
  });
}

/** Latin words a reader of Chinese would meet on this page, each once. Logins are typed in Latin and do not count. */
export async function findLatinWords(page: Page, known: readonly string[] = []): Promise<string[]> {
  const words = (await readVisibleText(page)).match(/[A-Za-z][A-Za-z]+\d*|[A-Za-z]\d+/g) ?? [];
  return [...new Set(words)].filter((word) => !allowedWords.test(word) && !known.includes(word));
}

/** Han words a reader of English would meet on this page beside the known names, each once. */
export async function findHanWords(page: Page, known: RegExp): Promise<string[]> {
  const text = (await readVisibleText(page)).replaceAll(known, '');
  return [...new Set(text.match(/\p{Script=Han}+/gu) ?? [])];
}

/** What stands on the page for eyes, without the names of keys. */
function readVisibleText(page: Page): Promise<string> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts: string[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement;
      if (!parent || parent.closest('kbd, script, style')) continue;
      if (parent.checkVisibility({ visibilityProperty: true })) texts.push(node.textContent ?? '');
    }
    return texts.join(' ');
  });
}

/** Whether the page as a whole, or one of its parts, is wider than the place it has. Tables may be: they are moved by themselves. */
export async function isScrolledSideways(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const parts = [...document.querySelectorAll('nav, main, aside, section')];
    const isWide = (part: Element) =>
      part.scrollWidth > part.clientWidth + 1 && getComputedStyle(part).overflowX !== 'visible';
    return document.documentElement.scrollWidth > window.innerWidth + 1 || parts.some(isWide);
  });
}
