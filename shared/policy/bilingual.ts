import type { Bilingual } from '../contract/verdict.ts';

/** Both languages of every text, joined by each language's own separator. */
export function joinWords(parts: readonly Bilingual[], separator: Bilingual): Bilingual {
  return { zh: parts.map((part) => part.zh).join(separator.zh), en: parts.map((part) => part.en).join(separator.en) };
}

/** The texts as alternatives: `甲、乙或者丙` / `a, b or c`. */
export function alternatives(parts: readonly Bilingual[]): Bilingual {
  return { zh: listed(parts, 'zh', '、', '或者'), en: listed(parts, 'en', ', ', ' or ') };
}

function listed(parts: readonly Bilingual[], language: keyof Bilingual, comma: string, or: string): string {
  const texts = parts.map((part) => part[language]);
  const last = texts.pop() ?? '';
  return texts.length === 0 ? last : `${texts.join(comma)}${or}${last}`;
}
