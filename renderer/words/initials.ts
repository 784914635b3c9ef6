type Pinyin = typeof import('pinyin-pro').pinyin;
let pinyin: Pinyin | null = null;

/** Fetches the pinyin dictionary once the window stands; until then only words and codes match. */
export async function loadPinyin(): Promise<void> {
  pinyin ??= (await import('pinyin-pro')).pinyin;
}

const known = new Map<string, readonly string[]>();

/** The syllables of a text; empty before the dictionary is there. */
function syllablesOf(text: string): readonly string[] {
  const found = known.get(text);
  if (found !== undefined || pinyin === null) return found ?? [];
  const syllables = pinyin(text, { toneType: 'none', type: 'array', v: true })
    .map((it) => it.toLowerCase())
    .filter((it) => /^[a-z]+$/.test(it));
  known.set(text, syllables);
  return syllables;
}

/** Where pinyin or initials typed begin among the syllables; -1 when they do not fit. */
function spelledAt(typed: string, text: string): number {
  const syllables = syllablesOf(text);
  const initials = syllables.map((it) => it.charAt(0)).join('');
  if (initials.includes(typed)) return initials.indexOf(typed);
  return syllables.findIndex((_, index) => syllables.slice(index).join('').startsWith(typed));
}

/**
 * How well what was typed fits a text, by words, pinyin or initials: 0 it begins so, 1 its pinyin begins so, 2 it holds it
 * further on; null when it does not fit.
 */
export function rankTyped(typed: string, text: string): 0 | 1 | 2 | null {
  const wanted = typed.trim().toLowerCase();
  const at = text.toLowerCase().indexOf(wanted);
  if (at === 0) return 0;
  const spelled = /^[a-z]+$/.test(wanted) ? spelledAt(wanted, text) : -1;
  if (spelled === 0) return 1;
  return at > 0 || spelled > 0 ? 2 : null;
}

/** Whether what was typed fits the text. */
export function matchesTyped(typed: string, text: string): boolean {
  return rankTyped(typed, text) !== null;
}
