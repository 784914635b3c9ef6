import { Random } from './random.ts';

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Two-character words of good wishes, as places are named everywhere; the places themselves are invented. */
const goodWords = words(`
康宁 祥和 春晖 安居 福源 锦绣 朝阳 和谐 丰泽 瑞景 文华 民康 兴隆 长青 永安 光明 新程 育才 松林 柳荫 紫荆 银河 金桥 龙泉
碧水 翠湖 书香 雅苑 天成 华丰 嘉和 盛世 富民 青山 明珠 凯旋 博雅 静园 悦来 万和 百合 云锦 玉兰 梧桐 枫林 白桦 丁香 杏花
鹿鸣 鹤鸣 清泉 晨光 晚霞 星河 月华 海棠 芙蓉 景明 德馨 仁和 义顺 信达 礼贤 同心 团结 友谊 建设 前进 胜利 红旗 东升 西苑
`);
const villageWords = words(`
大榆树 小榆树 柳条沟 杏树岗 石头门 三棵松 前双井 后双井 黑土坡 白石桥 大泉眼 腰窝堡 靠山屯 高家岭 东兴隆 西兴隆 南平岗
北平岗 长岭子 二道梁 鹿场沟 梨树园 桦皮岭 红松岭 双河口 三家店 四方台 五道岗 六合屯 七星泡 永丰 新立 太平岭 福兴 仁义 和平岗
金沙河 银矿沟 青石岭 黄泥岗
`);

/** Names that are not given twice: words and endings in a shuffled order, numbered when all are used. */
export class PlaceNames {
  private readonly words: readonly string[];
  private readonly endings: readonly string[];
  private given = 0;

  private constructor(seed: number, index: number, source: readonly string[], endings: readonly string[]) {
    const random = new Random(seed, 5, index);
    this.words = source
      .map((word) => ({ word, order: random.next() }))
      .sort((a, b) => a.order - b.order)
      .map(({ word }) => word);
    this.endings = endings;
  }

  static communities(seed: number, index: number): PlaceNames {
    return new PlaceNames(seed, index, goodWords, ['社区']);
  }
  static streets(seed: number, index: number): PlaceNames {
    return new PlaceNames(seed, index, goodWords, ['路', '街', '大街', '胡同']);
  }
  static compounds(seed: number, index: number): PlaceNames {
    return new PlaceNames(seed, index, goodWords, ['小区', '家园', '花园', '新村', '公寓', '名苑']);
  }
  static villages(seed: number, index: number): PlaceNames {
    return new PlaceNames(seed, index, villageWords, ['村']);
  }

  /** The next name nobody has yet. */
  next(): string {
    const position = this.given;
    this.given += 1;
    const [wordCount, endingCount] = [this.words.length, this.endings.length];
    const word = this.words[position % wordCount] ?? '';
    const lap = Math.floor(position / wordCount);
    const ending = this.endings[(lap + position) % endingCount] ?? '';
    const round = Math.floor(lap / endingCount);
    return round === 0 ? word + ending : `${word}${toChinese(round + 1)}${ending}`;
  }
}

const numerals = '零一二三四五六七八九';

/** 一 … 九十九, as groups of a village and repeated names are counted. */
export function toChinese(number: number): string {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  const ten = tens === 0 ? '' : tens === 1 ? '十' : `${numerals.charAt(tens)}十`;
  return ten + (ones === 0 && tens > 0 ? '' : numerals.charAt(ones));
}
