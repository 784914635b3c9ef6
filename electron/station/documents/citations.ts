import type { Reason } from '../../../shared/contract/verdict.ts';
import type { Program } from '../program.ts';

const zhDigits = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** Articles of the municipal opinion are numbered in words: 4 → （四）, 11 → （十一）. Others stay as they are. */
function articleWords(article: string): string {
  const number = Number(article);
  if (!Number.isInteger(number) || number < 1 || number > 19) return article;
  return number < 10 ? `（${zhDigits[number]}）` : `（十${zhDigits[number - 10]}）`;
}

/** `《…意见》第（四）条`, as a paper names its legal basis. */
export function citedArticle(program: Program, source: Reason['source']): string {
  const document = program.pack.sources.get(source.doc);
  const article = source.doc.includes('opinion') ? articleWords(source.article) : source.article;
  const title = (document?.names.zh ?? source.doc).replace(/^《|》$/g, '');
  return `《${title}》第${article}条`;
}
