import { beforeAll, describe, expect, it } from 'vitest';
import { loadPinyin, matchesTyped, rankTyped } from '../../../renderer/words/initials.ts';

describe('finding a choice by what is typed', () => {
  beforeAll(loadPinyin);

  it('takes words, codes, pinyin and initials', () => {
    for (const typed of ['汉', '01', 'han', 'hz', 'HZ', '']) expect(matchesTyped(typed, '汉族 (01)')).toBe(true);
    expect(matchesTyped('mz', '汉族 (01)')).toBe(false);
  });

  it('finds what begins so before what only holds it', () => {
    expect(rankTyped('汉', '汉族 (01)')).toBe(0);
    expect(rankTyped('hz', '汉族 (01)')).toBe(1);
    expect(rankTyped('shezhi', '打开“设置”')).toBe(2);
    expect(rankTyped('sz', '打开“设置”')).toBe(2);
  });
});
