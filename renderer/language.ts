import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Language } from '../shared/domain/codes.ts';
import { en } from './locales/en/index.ts';
import { type Words, zh } from './locales/zh/index.ts';

type Leaves<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaves<T[K]>}` }[keyof T & string];
/** Every text of the program by its path; a key that is not in the word lists does not compile. */
export type WordKey = Leaves<Words>;
export type Params = Readonly<Record<string, string | number>>;
export type Say = (key: WordKey, params?: Params) => string;

const storageKey = 'luohu.language';

/** Starts i18next with the language chosen last on this computer; Chinese at first. */
export function startLanguage(): void {
  const language: Language = localStorage.getItem(storageKey) === 'en' ? 'en' : 'zh';
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh',
    resources: { zh: { translation: zh }, en: { translation: en } },
    interpolation: { escapeValue: false, prefix: '{', suffix: '}' },
    initAsync: false,
    returnNull: false,
  });
  markDocument(language);
}

function markDocument(language: Language): void {
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
}

export function switchLanguage(language: Language): void {
  localStorage.setItem(storageKey, language);
  markDocument(language);
  void i18next.changeLanguage(language);
}

/** The words of the language chosen now. */
export function useWords(): Say {
  const { t } = useTranslation();
  return (key, params) => t(key, params ?? {});
}

export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language === 'en' ? 'en' : 'zh';
}

/** Picks the right half of a text that comes in both languages (policy texts, titles of papers). */
export function useBilingual(): (words: { zh: string; en: string }) => string {
  const language = useLanguage();
  return (words) => words[language];
}
