/*
 * The strokes of a character as digits, the way Chinese input methods count them: 1 横 (with 提), 2 竖 (with 竖钩), 3 撇,
 * 4 点 and 捺, 5 every bent one.
 */

/** Strokes of components that no list of common characters has; own work, each checked against Unihan's count. */
const componentStrokes: Readonly<Record<string, string>> = {
  艹: '122',
  氵: '441',
  扌: '121',
  釒: '34112431',
  𥫗: '314314',
  鳥: '32511154444',
  阝: '52',
  忄: '442',
  魚: '35251214444',
  訁: '4111251',
  𤣩: '1121',
  丨: '2',
  辶: '454',
  宀: '445',
  疒: '41341',
  糹: '554444',
  犭: '353',
  馬: '1211254444',
  冖: '45',
  衤: '45234',
  車: '1251112',
  刂: '22',
  罒: '25221',
  彳: '332',
  門: '25112511',
  飠: '34451154',
  丶: '4',
  礻: '4524',
  '㇒': '3',
  亠: '41',
  灬: '4444',
  𠆢: '34',
  '⺼': '2511',
  牜: '3121',
  𠂉: '31',
  風: '353251214',
  冫: '41',
  骨: '255452511',
  爫: '3443',
  丿: '3',
  夊: '354',
  乚: '5',
  纟: '551',
  '⺝': '2511',
  彡: '333',
  丷: '43',
  讠: '45',
  '⺊': '21',
  匚: '15',
  '⺈': '35',
  𠃊: '5',
  䒑: '431',
  夂: '354',
  丅: '12',
  饣: '355',
  𠂇: '13',
  覀: '125221',
  龷: '1221',
  㐅: '34',
  犮: '13544',
  丂: '15',
  亅: '2',
  東: '12511234',
  長: '21111534',
  貝: '2511134',
  見: '2511135',
  頁: '132511134',
  𠃌: '5',
  𠃍: '5',
  乛: '5',
  '⺄': '5',
  卩: '52',
  㔾: '55',
  癶: '54334',
  屮: '522',
  廴: '54',
  𫇦: '12245',
  龴: '54',
  卄: '122',
  丩: '52',
  呂: '2513251',
  從: '33234342134',
  戶: '3513',
  為: '435554444',
  氺: '24134',
  𠘨: '35',
  㐄: '152',
  巛: '555',
  虍: '215315',
  龰: '2134',
  㐱: '34333',
  冄: '2511',
  艸: '522522',
  囗: '251',
  凵: '52',
  勹: '35',
  匸: '15',
  冂: '25',
  亻: '32',
  钅: '31115',
  攵: '3134',
  耂: '1213',
  镸: '2111154',
  罓: '2534',
  旡: '1535',
  兀: '135',
  尢: '135',
};

/** Letters of the cnchar stroke list in these five classes; every other letter is a bent stroke. */
const classes: Readonly<Record<string, string>> = { j: '1', i: '1', f: '2', g: '2', s: '3', k: '4', l: '4', d: '4' };

/** Components that are written around or after what they stand before in the description. */
const closing: Readonly<Record<string, (inner: string) => string>> = {
  囗: (inner) => `25${inner}1`,
  匚: (inner) => `1${inner}5`,
  匸: (inner) => `1${inner}5`,
  凵: (inner) => `${inner}52`,
  辶: (inner) => `${inner}454`,
  廴: (inner) => `${inner}54`,
};

const operands: Readonly<Record<string, number>> = { '⿲': 3, '⿳': 3 };
const twofold = '⿰⿱⿴⿵⿶⿷⿸⿹⿺';

/** The common characters' strokes out of the text of cnchar's list. */
export function readCommonStrokes(text: string): Map<string, string> {
  const found = text.matchAll(/"(\p{Script=Han})":"([a-z]+)"/gu);
  return new Map(
    [...found].map(([, character = '', letters = '']) => [
      character,
      [...letters].map((letter) => classes[letter] ?? '5').join(''),
    ]),
  );
}

interface Known {
  readonly common: ReadonlyMap<string, string>;
  readonly descriptions: ReadonlyMap<string, readonly string[]>;
  readonly counts: ReadonlyMap<string, readonly number[]>;
}

/** Puts the strokes of characters together from those of their parts; only what has Unihan's count of strokes is believed. */
export class Strokes {
  private readonly known: Known;
  private readonly made = new Map<string, string | null>();

  constructor(known: Known) {
    this.known = known;
  }

  of(character: string): string | null {
    const made = this.made.get(character);
    if (made !== undefined) return made;
    this.made.set(character, null);
    const own = [componentStrokes[character], this.known.common.get(character)];
    const composed = (this.known.descriptions.get(character) ?? []).map((it) => this.composed(it));
    const believed = [...own, ...composed].find((it) => typeof it === 'string' && this.hasRightCount(character, it));
    this.made.set(character, believed ?? null);
    return believed ?? null;
  }

  private hasRightCount(character: string, strokes: string): boolean {
    const counts = this.known.counts.get(character);
    return counts === undefined || counts.includes(strokes.length);
  }

  private composed(description: string): string | null {
    const rest = [...description];
    const strokes = rest.length > 1 ? this.next(rest) : null;
    return rest.length === 0 ? strokes : null;
  }

  private next(rest: string[]): string | null {
    const first = rest.shift() ?? '';
    const count = operands[first] ?? (twofold.includes(first) ? 2 : 0);
    if (count === 0) return this.of(first);
    const outer = rest[0] ?? '';
    const parts = Array.from({ length: count }, () => this.next(rest));
    if (parts.some((part) => part === null)) return null;
    const close = '⿴⿷⿶⿺'.includes(first) ? closing[outer] : undefined;
    return close && parts.length === 2 ? close(parts[1] ?? '') : parts.join('');
  }
}
