import type { Language } from '../../shared/domain/codes.ts';

/** A name of the policy pack as a label: the pack writes English names as they stand inside a sentence. */
export function asLabel(name: string, language: Language): string {
  return language === 'en' ? name.charAt(0).toUpperCase() + name.slice(1) : name;
}
