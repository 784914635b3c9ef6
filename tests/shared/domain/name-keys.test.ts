import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nameKeys, pinyinQuery } from '../../../shared/domain/name-keys.ts';

describe('the keys a name is found by', () => {
  it.each([
    ['单雄信', 'shanxiongxin', 'sxx'],
    ['曾国藩', 'zengguofan', 'zgf'],
    ['仇英', 'qiuying', 'qy'],
    ['解缙', 'xiejin', 'xj'],
    ['查继佐', 'zhajizuo', 'zjz'],
    ['区寄', 'ouji', 'oj'],
    ['朴英子', 'piaoyingzi', 'pyz'],
    ['尉迟恭', 'yuchigong', 'ycg'],
    ['万俟卨', 'moqixie', 'mqx'],
    ['种师道', 'chongshidao', 'csd'],
    ['洗星海', 'xianxinghai', 'xxh'],
    ['祭遵', 'zhaizun', 'zz'],
    ['黑明', 'heming', 'hm'],
    ['秘明', 'biming', 'bm'],
    ['郇明', 'xunming', 'xm'],
    ['藏明', 'zangming', 'zm'],
    ['盖明', 'geming', 'gm'],
    ['乐毅', 'yueyi', 'yy'],
    ['任明', 'renming', 'rm'],
    ['华佗', 'huatuo', 'ht'],
    ['燕青', 'yanqing', 'yq'],
    ['缪明', 'miaoming', 'mm'],
    ['令狐冲', 'linghuchong', 'lhc'],
    ['澹台明', 'tantaiming', 'ttm'],
    ['长孙明', 'zhangsunming', 'zsm'],
    ['吕布', 'lvbu', 'lb'],
    ['买买提·艾力', 'maimaitiaili', 'mmtal'],
  ])('%s begins with the right reading %s', (name, pinyin, initials) => {
    const keys = nameKeys(name);
    expect(keys.pinyin[0]).toBe(pinyin);
    expect(keys.initials[0]).toBe(initials);
    expect(keys.unread).toEqual([]);
  });

  it.each([
    ['单于明', 'chanyuming'],
    ['覃明', 'tanming'],
    ['费明', 'biming'],
    ['逢明', 'fengming'],
    ['牟明', 'muming'],
    ['尉明', 'yuming'],
    ['谌明', 'shenming'],
    ['隗明', 'kuiming'],
    ['郗明', 'chiming'],
  ])('%s is also found by %s, as some families read it', (name, pinyin) => {
    expect(nameKeys(name).pinyin).toContain(pinyin);
  });

  it('hold what a clerk who misreads the surname types', () => {
    expect(nameKeys('单雄信').pinyin).toContain('danxiongxin');
    expect(nameKeys('曾国藩').initials).toContain('cgf');
    expect(nameKeys('李乐').pinyin).toEqual(['lile', 'liyue']);
  });

  it('leave out a character without a reading and say so', () => {
    expect(nameKeys('𠮷田')).toEqual({ pinyin: ['tian'], initials: ['t'], unread: ['𠮷'] });
  });

  it('begin with the pinyin typed by hand', () => {
    expect(nameKeys('𠮷田', 'Ji Tian')).toMatchObject({ unread: [] });
    expect(nameKeys('𠮷田', 'Ji Tian').pinyin[0]).toBe('jitian');
    expect(nameKeys('𠮷田', 'Ji Tian').initials[0]).toBe('jt');
    expect(nameKeys('王伟', ' ').pinyin).toEqual(['wangwei']);
  });

  it('of a Latin name are its letters', () => {
    expect(nameKeys('Ivan Petrov').pinyin).toEqual(['ivanpetrov']);
    expect(nameKeys('').pinyin).toEqual([]);
  });

  it('are at most eight, distinct and never empty', () => {
    const name = fc.array(fc.constantFrom(...'单曾乐行长重朝茜盛露莎柏娜王·𠮷'), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(name, (characters) => {
        const { pinyin, initials } = nameKeys(characters.join(''));
        expect(pinyin.length).toBeLessThanOrEqual(8);
        expect(new Set(initials).size).toBe(initials.length);
        expect(pinyin).not.toContain('');
      }),
    );
  });
});

describe('pinyin as typed', () => {
  it.each([
    ['Lǚ Bù', 'lvbu'],
    ['lü bu', 'lvbu'],
    ['LYU BU', 'lvbu'],
    ['lu:bu', 'lvbu'],
    ["Xi'an", 'xian'],
    ['jinyu', 'jinyu'],
    ['lianyun', 'lianyun'],
  ])('%s is looked up as %s', (typed, query) => {
    expect(pinyinQuery(typed)).toBe(query);
  });
});
