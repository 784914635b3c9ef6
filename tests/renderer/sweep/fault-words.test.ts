import { describe, expect, it } from 'vitest';
import { en } from '../../../renderer/locales/en/index.ts';
import { zh } from '../../../renderer/locales/zh/index.ts';
import { DuplicateOutcome, DuplicateReason } from '../../../shared/contract/duplicate.ts';
import { faultCodes } from '../../../shared/contract/sweep.ts';

describe('the words of the data check', () => {
  it('name every fault and say what it is and what to do, in both languages', () => {
    for (const words of [zh, en]) {
      expect(Object.keys(words.fault)).toEqual([...faultCodes]);
      expect(Object.keys(words.faultSentence)).toEqual([...faultCodes]);
    }
  });

  it('keep the names short enough for the list', () => {
    expect(Object.values(zh.fault).filter((name) => name.length > 12)).toEqual([]);
    expect(Object.values(en.fault).filter((name) => name.length > 34)).toEqual([]);
  });

  it('say more than one thing in each sentence: what is wrong, then what to do', () => {
    expect(Object.values(zh.faultSentence).filter((sentence) => sentence.split('。').length < 3)).toEqual([]);
    expect(Object.values(en.faultSentence).filter((sentence) => !/[.;] /.test(sentence))).toEqual([]);
  });

  it('name every reason and every outcome of a comparison', () => {
    for (const words of [zh, en]) {
      expect(Object.keys(words.duplicateReason)).toEqual(DuplicateReason.options);
      expect(Object.keys(words.duplicateOutcome)).toEqual(DuplicateOutcome.options);
    }
  });
});
