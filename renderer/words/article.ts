import { useLanguage, useWords } from '../language.ts';
import { chineseNumber } from './chinese-number.ts';

/** `第四条`, `第二条第一款` as law is cited; English `Art. 4`. Parts with a name keep it. */
export function useArticle(): (article: string) => string {
  const say = useWords();
  const language = useLanguage();
  return (article) => {
    const [, head, paragraph] = /^(\d+)(?:[.(](\d+)\)?)?$/.exec(article) ?? [];
    if (head === undefined) return say('article.named', { article });
    const shown = (digits: string) => (language === 'zh' ? chineseNumber(Number(digits)) : digits);
    return paragraph === undefined
      ? say('article.plain', { article: shown(head) })
      : say('article.paragraph', { article: shown(head), paragraph: shown(paragraph) });
  };
}
