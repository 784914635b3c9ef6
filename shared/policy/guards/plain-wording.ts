/**
 * Traditional and variant forms of the characters the guards look for. Only these: a whole conversion table would be large and the
 * guards compare nothing else.
 */
const traditional =
  '經営營權権體農産產責轉讓棄還內壹貳兩叁參収資員確證証屬業鄉莊園糧務動險單執約購貸處職勞稅繳納穩僱賃臺戶戸條為爲許現階進關檢實據數與個總額歸廢銷變過騰紅財濟灘塗從崗舊塊畝戰會';
const simple =
  '经营营权权体农产产责转让弃还内一二两三参收资员确证证属业乡庄园粮务动险单执约购贷处职劳税缴纳稳雇赁台户户条为为许现阶进关检实据数与个总额归废销变过腾红财济滩涂从岗旧块亩战会';
const simplified = new Map([...traditional].map((character, index) => [character, [...simple][index] ?? character]));

/**
 * A text as the guards read Chinese: one form of every character, simplified, nothing but letters and digits. So neither spaces nor
 * marks, full width, invisible characters nor traditional forms hide a word.
 */
export function plainChinese(text: string): string {
  const folded = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return [...folded].map((character) => simplified.get(character) ?? character).join('');
}

/** The Chinese characters of a text alone, in the same form: letters and digits put between them hide nothing either. */
export function onlyChinese(text: string): string {
  return plainChinese(text).replace(/[^\p{Script=Han}]/gu, '');
}

/** Letters of other alphabets that look like these. */
const lookAlikes = new Map(
  [...'аеорсухіѕԁһԛԝοαερνιΟ'].map((letter, index) => [letter, [...'aeopcyxisdhqwoaepviO'][index] ?? letter]),
);

/** `h o m e s t e a d` with its letters together again. */
function withoutGaps(words: string): string {
  return words.replace(/\b(?:[a-z] ){2,}[a-z]\b/g, (letters) => letters.replaceAll(' ', ''));
}

/** A text as the guards read English and pinyin: lower-case words with one space between them, joined words taken apart. */
export function plainEnglish(text: string): string {
  const folded = [...text.normalize('NFKD')].map((letter) => lookAlikes.get(letter) ?? letter).join('');
  return withoutGaps(lowerWords(folded));
}

function lowerWords(text: string): string {
  return text
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
