import type { SealAspect, SealCheck, SealVerdict } from '../../shared/document-seal/check-seal.ts';
import type { SealKeySet } from '../../shared/document-seal/key-set.ts';
import { aspectWords, verdictWords } from '../../shared/document-seal/seal-words.ts';
import { formatZh } from '../../shared/domain/plain-date.ts';
import { element } from './element.ts';
import { type PageLanguage, type PageWord, sayIn } from './words.ts';

/** Nothing is known to be wrong with these: the verifier lacks the key, or the code was read badly. */
const open: ReadonlySet<SealVerdict> = new Set(['unknown-key', 'malformed']);

/** The verdict in words, what the code says, and how far the check reached. */
export function showCheck(check: SealCheck, { forms }: SealKeySet, language: PageLanguage): HTMLElement {
  const { verdict, statement, key, voided } = check;
  const tone = verdict === 'valid' ? 'good' : open.has(verdict) ? 'open' : 'wrong';
  const words = element('p', { class: `verdict ${tone}`, id: 'verdict' }, verdictWords[verdict][language]);
  if (!statement) return element('div', { 'data-verdict': verdict }, words);
  const isProven = check.checked.includes('signature');
  const lines: readonly (readonly [PageWord, string | null | undefined])[] = [
    ['form', forms[statement.form]?.[language] ?? statement.form],
    ['number', statement.number],
    ['issuedOn', dayIn(statement.issuedOn, language)],
    ['station', key && isProven ? `${key.stationName} ${statement.station}` : statement.station],
    ['voidedOn', voided && dayIn(voided.voidedOn, language)],
    ['reason', voided?.reason],
    ['key', `${statement.keyId} (${statement.algorithm})`],
    ['checked', namesOf(check.checked, language)],
    ['notChecked', namesOf(check.notChecked, language)],
  ];
  const list = element('dl');
  for (const [word, value] of lines) {
    if (value) list.append(element('dt', {}, sayIn(language, word)), element('dd', { id: `shown-${word}` }, value));
  }
  const doubt = isProven ? [] : [element('p', { class: 'quiet' }, sayIn(language, 'unsure'))];
  return element('div', { 'data-verdict': verdict }, words, ...doubt, list);
}

function dayIn(day: string, language: PageLanguage): string {
  return language === 'zh' ? formatZh(day) : day;
}

function namesOf(aspects: readonly SealAspect[], language: PageLanguage): string {
  const names = aspects.map((aspect) => aspectWords[aspect][language]);
  return names.join(language === 'zh' ? '、' : ', ') || sayIn(language, 'nothing');
}
