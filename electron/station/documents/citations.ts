import type { Reason } from '../../../shared/contract/verdict.ts';
import type { Pack } from '../../../shared/policy/policy-pack.ts';

const zhDigits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** Articles of the municipal opinion are numbered in words: 4 → （四）, 11 → （十一）. Others stay as they are. */
function articleWords(article: string): string {
  const number = Number(article);
  if (number < 1 || number > 19) return article;
  return number < 10 ? `（${zhDigits[number]}）` : `（十${zhDigits[number - 10]}）`;
}

/** `《…意见》第（四）条`, as a paper names its legal basis; a part that is no article stands in brackets: `《…》（可出具事项）`. */
export function citedArticle(pack: Pack, source: Reason['source']): string {
  const title = pack.sources.get(source.doc)?.names.zh ?? source.doc;
  if (!/^\d+$/.test(source.article)) return `${title}（${source.article}）`;
  const article = source.doc.includes('opinion') ? articleWords(source.article) : source.article;
  return `${title}第${article}条`;
}
