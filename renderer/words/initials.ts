type Pinyin = typeof import('pinyin-pro').pinyin;
let pinyin: Pinyin | null = null;

/** Fetches the pinyin dictionary once the window stands; until then only words and codes match. */
export async function loadPinyin(): Promise<void> {
  pinyin ??= (await import('pinyin-pro')).pinyin;
}

const known = new Map<string, string>();

/** `汉族` → `hanzu hz`: what a clerk may type instead of the characters. Empty before the dictionary is there. */
function spelled(text: string): string {
  const found = known.get(text);
  if (found !== undefined || pinyin === null) return found ?? '';
  const syllables = pinyin(text, { toneType: 'none', type: 'array', v: true });
  const keys = `${syllables.join('')} ${syllables.map((it) => it.charAt(0)).join('')}`.toLowerCase();
  known.set(text, keys);
  return keys;
}

/** Whether what was typed fits the text: by words, by pinyin or by initials. */
export function matchesTyped(typed: string, text: string): boolean {
  const wanted = typed.trim().toLowerCase();
  if (wanted === '' || text.toLowerCase().includes(wanted)) return true;
  if (!/^[a-z]+$/.test(wanted)) return false;
  return spelled(text)
    .split(' ')
    .some((key) => key.startsWith(wanted));
}
