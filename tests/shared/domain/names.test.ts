import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listNameProblems, normalizeName, readName } from '../../../shared/domain/names.ts';

describe('a name as stored', () => {
  it.each(['•', '・', '‧', '．', '･', '∙', '⋅', ' · '])('has the one true dot for %s', (dot) => {
    expect(normalizeName(`买买提${dot}艾力`)).toBe('买买提\u00B7艾力');
  });

  it('loses alignment spaces but keeps those of a Latin name', () => {
    expect(normalizeName(' 王　伟 ')).toBe('王伟');
    expect(normalizeName('Ivan  Petrov')).toBe('Ivan Petrov');
    expect(normalizeName('𠮷 田')).toBe('𠮷田');
  });

  it('is composed but never folded to look-alikes', () => {
    expect(normalizeName('e\u0301')).toBe('é');
    expect(normalizeName('Ａ')).toBe('Ａ');
  });

  it('does not change when stored again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        expect(normalizeName(normalizeName(text))).toBe(normalizeName(text));
      }),
    );
  });
});

describe('problems of a name', () => {
  it('are none for rare characters of every plane', () => {
    for (const name of ['王伟', '𠮷田', '䶮', '\u{2B73A}', '\u{30EDD}', '买买提·艾力', 'Ivan Petrov']) {
      expect(readName(name)).toEqual({ name, problems: [] });
    }
  });

  it('name the character that is not stored anywhere else', () => {
    expect(listNameProblems('王\uE001')).toEqual([{ code: 'name-private-use', codePoint: 'U+E001', index: 1 }]);
    expect(listNameProblems('𠮷\u{F0001}')).toEqual([{ code: 'name-private-use', codePoint: 'U+F0001', index: 1 }]);
    expect(listNameProblems('王\uD842')).toEqual([{ code: 'name-lone-surrogate', codePoint: 'U+D842', index: 1 }]);
  });

  it('are digits, invisible characters and emptiness', () => {
    expect(readName('王1').problems.map(({ code }) => code)).toEqual(['name-digit']);
    expect(readName('王１').problems.map(({ code }) => code)).toEqual(['name-digit']);
    expect(readName('王\u200B伟').problems.map(({ code }) => code)).toEqual(['name-control']);
    expect(readName('　').problems.map(({ code }) => code)).toEqual(['name-empty']);
  });

  it('count characters, not code units, up to fifty', () => {
    expect(readName('𠮷'.repeat(50)).problems).toEqual([]);
    expect(readName('𠮷'.repeat(51)).problems.map(({ code }) => code)).toEqual(['name-too-long']);
  });
});
