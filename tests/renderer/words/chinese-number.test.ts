import { describe, expect, it } from 'vitest';
import { chineseNumber } from '../../../renderer/words/chinese-number.ts';

describe('numbers of articles', () => {
  it('read as law writes them', () => {
    expect([1, 4, 10, 12, 20, 39, 53].map(chineseNumber)).toEqual([
      '一',
      '四',
      '十',
      '十二',
      '二十',
      '三十九',
      '五十三',
    ]);
  });
});
