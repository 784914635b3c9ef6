import { pinyin, polyphonic } from 'pinyin-pro';

/**
 * What a name is found by: full pinyin without tones and spaces (`shanxiongxin`, ü as v) and initials (`sxx`). The first
 * of each is the right reading, the others are what a clerk may type instead. `unread` lists characters without a
 * reading: such a name needs pinyin typed by hand.
 */
export type NameKeys = { pinyin: string[]; initials: string[]; unread: string[] };

/** More variants would only cost index space: eight cover two characters of two readings and a surname of two. */
const maxVariants = 8;

/** Characters of given names that people really read in more than one way; archaic readings of others stay out. */
const givenNameReadings: Readonly<Record<string, readonly string[]>> = {
  乐: ['le', 'yue'],
  行: ['xing', 'hang'],
  长: ['chang', 'zhang'],
  重: ['chong', 'zhong'],
  朝: ['chao', 'zhao'],
  茜: ['qian', 'xi'],
  晟: ['sheng', 'cheng'],
  盛: ['sheng', 'cheng'],
  传: ['chuan', 'zhuan'],
  露: ['lu', 'lou'],
  莎: ['sha', 'suo'],
  柏: ['bai', 'bo'],
  娜: ['na', 'nuo'],
  参: ['shen', 'can'],
  艾: ['ai', 'yi'],
  炅: ['jiong', 'gui'],
  澄: ['cheng', 'deng'],
  嬛: ['huan', 'xuan'],
  伽: ['jia', 'qie'],
  调: ['diao', 'tiao'],
  单: ['dan', 'shan'],
  曾: ['zeng', 'ceng'],
  藏: ['cang', 'zang'],
  召: ['zhao', 'shao'],
  弹: ['tan', 'dan'],
  翟: ['zhai', 'di'],
};

/** Readings of characters as surnames that the dictionary lacks or puts behind others; the right one first. */
const surnameReadings: Readonly<Record<string, readonly string[]>> = {
  种: ['chong'],
  洗: ['xian'],
  祭: ['zhai'],
  黑: ['he'],
  秘: ['bi'],
  佴: ['nai'],
  郇: ['xun', 'huan'],
  藏: ['zang'],
  重: ['chong'],
  逢: ['pang', 'feng'],
  费: ['fei', 'bi'],
};

const headReadings = new Map<string, readonly string[]>();
const han = /\p{Script=Han}/u;

/**
 * Search keys of a stored name. The first character is read as a surname and offered in all its readings, because a clerk
 * may not know the rare one. `manualPinyin` (`ji tian`) is what was typed by hand for this person and comes first.
 */
export function nameKeys(name: string, manualPinyin: string | null = null): NameKeys {
  const characters = [...name].filter((character) => !/[\s·]/u.test(character));
  const text = characters.join('');
  const readings = text === '' ? [] : pinyin(text, { surname: 'head', toneType: 'none', type: 'array', v: true });
  const unread = characters.filter((character, index) => han.test(character) && readings[index] === character);
  const syllables = characters.map((character, index) => syllablesOf(character, readings[index] ?? '', index === 0));
  const variants = combine(syllables);
  const manual = manualPinyin === null ? [] : splitManual(manualPinyin);
  if (manual.length > 0) variants.unshift(manual);
  return {
    pinyin: distinct(variants.map((variant) => variant.join(''))),
    initials: distinct(variants.map((variant) => variant.map((syllable) => syllable.charAt(0)).join(''))),
    unread: manual.length > 0 ? [] : unread,
  };
}

/**
 * What a clerk typed, in the form of the keys: lower case, no spaces, apostrophes or tones, ü as v. The passports' `lyu` is
 * read as `lv`; their `nyu` is not, since `jinyu` (金玉) holds it too.
 */
export function pinyinQuery(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFD')
    .replace(/u\u0308/gu, 'v')
    .replace(/[\u0300-\u036F'’\s-]/gu, '')
    .replace(/lyu/gu, 'lv')
    .replace(/([ln])u:/gu, '$1v');
}

function syllablesOf(character: string, reading: string, isHead: boolean): readonly string[] {
  if (!han.test(character)) return [character.toLowerCase()];
  if (reading === character) return [];
  if (isHead) return distinct([...(surnameReadings[character] ?? []), reading, ...readingsOfHead(character)]);
  return distinct([reading, ...(givenNameReadings[character] ?? [])]);
}

function readingsOfHead(character: string): readonly string[] {
  const cached = headReadings.get(character);
  if (cached !== undefined) return cached;
  const found = polyphonic(character, { toneType: 'none', type: 'array', v: true })[0] ?? [];
  headReadings.set(character, found);
  return found;
}

/** All combinations, the first readings first, cut at `maxVariants`; a character without a reading is passed over. */
function combine(syllables: readonly (readonly string[])[]): string[][] {
  return syllables.reduce<string[][]>(
    (variants, choices) => {
      if (choices.length === 0) return variants;
      if (choices.length === 1) {
        for (const variant of variants) variant.push(choices[0] ?? '');
        return variants;
      }
      return choices.flatMap((choice) => variants.map((variant) => [...variant, choice])).slice(0, maxVariants);
    },
    [[]],
  );
}

function splitManual(manualPinyin: string): string[] {
  return manualPinyin
    .split(/[\s'’·-]+/u)
    .map(pinyinQuery)
    .filter((syllable) => syllable !== '');
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)].filter((text) => text !== '');
}
