/**
 * Traditional and variant forms of the characters the guards look for. Only these: a whole conversion table would be large and the
 * guards compare nothing else.
 */
const simplified: Readonly<Record<string, string>> = {
  經: '经',
  営: '营',
  營: '营',
  權: '权',
  権: '权',
  體: '体',
  農: '农',
  産: '产',
  產: '产',
  責: '责',
  轉: '转',
  讓: '让',
  棄: '弃',
  還: '还',
  內: '内',
  壹: '一',
  貳: '二',
  兩: '两',
  叁: '三',
  參: '参',
  収: '收',
  資: '资',
  員: '员',
  確: '确',
  證: '证',
  証: '证',
  屬: '属',
  業: '业',
  鄉: '乡',
  莊: '庄',
  園: '园',
  糧: '粮',
  務: '务',
  動: '动',
  險: '险',
  單: '单',
  執: '执',
  約: '约',
  購: '购',
  貸: '贷',
  處: '处',
  職: '职',
  勞: '劳',
  稅: '税',
  繳: '缴',
  納: '纳',
  穩: '稳',
  僱: '雇',
  聘: '聘',
  賃: '赁',
  屋: '屋',
  臺: '台',
  戶: '户',
  戸: '户',
  户: '户',
  條: '条',
  為: '为',
  爲: '为',
  許: '许',
  現: '现',
  階: '阶',
  進: '进',
  關: '关',
  檢: '检',
  實: '实',
  據: '据',
  數: '数',
  與: '与',
  個: '个',
  總: '总',
  額: '额',
  歸: '归',
  廢: '废',
  銷: '销',
  變: '变',
  過: '过',
  騰: '腾',
  撤: '撤',
};

/**
 * A text as the guards read Chinese: one form of every character, simplified, nothing but letters and digits. So neither spaces nor
 * marks, full width, invisible characters nor traditional forms hide a word.
 */
export function plainChinese(text: string): string {
  const folded = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return [...folded].map((character) => simplified[character] ?? character).join('');
}

/** A text as the guards read English and pinyin: lower-case words with one space between them, joined words taken apart. */
export function plainEnglish(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
