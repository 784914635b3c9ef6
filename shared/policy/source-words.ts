import type { Bilingual } from '../contract/verdict.ts';
import type { Pack, Rule } from './policy-pack.ts';

/**
 * `《…》第4条` / `article 4 of the …`; a part that is no article stands in brackets, in English only where it has a name an English
 * reader can read.
 */
export function sourceWords(pack: Pack, source: Rule['source']): Bilingual {
  const names = pack.sources.get(source.doc)?.names ?? { zh: source.doc, en: source.doc };
  if (/^\d+$/.test(source.article)) {
    return { zh: `${names.zh}第${source.article}条`, en: `article ${source.article} of the ${names.en}` };
  }
  const isChinese = /\p{Script=Han}/u.test(source.article);
  return {
    zh: `${names.zh}（${source.article}）`,
    en: isChinese ? `the ${names.en}` : `the ${names.en} (${source.article})`,
  };
}
