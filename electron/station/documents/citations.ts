import type { Reason } from '../../../shared/contract/verdict.ts';
import type { Pack } from '../../../shared/policy/policy-pack.ts';

const zhDigits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** A number as laws are numbered: 11 → 十一, 33 → 三十三, 105 → 一百零五. Beyond 199 no law cited here goes. */
function numberWords(number: number): string {
  if (number > 199) return String(number);
  if (number >= 100) {
    const rest = number - 100;
    if (rest === 0) return '一百';
    return `一百${rest < 10 ? '零' : ''}${rest > 9 && rest < 20 ? '一' : ''}${numberWords(rest)}`;
  }
  const tens = Math.floor(number / 10);
  return `${tens > 1 ? zhDigits[tens] : ''}${tens > 0 ? '十' : ''}${zhDigits[number % 10]}`;
}

/**
 * `《…规范》第三十三条`, as a paper names its legal basis. The municipal opinion numbers in brackets, `《…意见》第（四）条`; a part that is no
 * article stands in them too: `《…》（可出具事项）`.
 */
export function citedArticle(pack: Pack, source: Reason['source']): string {
  const title = pack.sources.get(source.doc)?.names.zh ?? source.doc;
  if (!/^\d+$/.test(source.article)) return `${title}（${source.article}）`;
  const number = numberWords(Number(source.article));
  const article = source.doc.includes('opinion') ? `（${number}）` : number;
  return `${title}第${article}条`;
}
