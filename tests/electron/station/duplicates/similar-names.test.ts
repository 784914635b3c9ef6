import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isHalfAlike,
  isOneCharacterApart,
  soundsAlike,
} from '../../../../electron/station/duplicates/similar-names.ts';
import { lettersOf } from '../../../../electron/station/store/person-letters.ts';

const sound = (one: string, other: string) =>
  soundsAlike({ name: one, letters: lettersOf(one, null) }, { name: other, letters: lettersOf(other, null) });

describe('one character apart', () => {
  it.each([
    ['王建国', '王建军'],
    ['王建国', '汪建国'],
    ['王建国', '王建'],
    ['王建', '王新建'],
    ['欧阳明月', '欧阳明'],
    ['阿依古丽·买买提', '阿依古力·买买提'],
  ])('%s and %s', (one, other) => {
    expect(isOneCharacterApart(one, other)).toBe(true);
    expect(isOneCharacterApart(other, one)).toBe(true);
  });

  it.each([
    ['王建国', '王建国'],
    ['王建国', '李建军'],
    ['王建国', '王'],
    ['王建国', '国建王'],
    ['王伟', '王强'],
    ['王', '李'],
    ['', '王'],
  ])('not %s and %s', (one, other) => {
    expect(isOneCharacterApart(one, other)).toBe(false);
  });

  it('is told apart from names of two characters that share one', () => {
    expect(isHalfAlike('王伟', '王强')).toBe(true);
    expect(isHalfAlike('王伟', '李伟')).toBe(true);
    expect(isHalfAlike('王伟', '伟王')).toBe(false);
    expect(isHalfAlike('王建国', '王建军')).toBe(false);
  });

  it('is the same seen from either side, and never a name and itself', () => {
    const name = fc.string({ unit: fc.constantFrom('王', '李', '建', '国', '𠮷'), maxLength: 5 });
    fc.assert(
      fc.property(name, name, (one, other) => {
        expect(isOneCharacterApart(one, other)).toBe(isOneCharacterApart(other, one));
        expect(isOneCharacterApart(one, one)).toBe(false);
      }),
    );
  });
});

describe('a name that reads alike', () => {
  it.each([
    ['王伟', '王玮'],
    ['张志强', '章志强'],
    ['单雄信', '山雄信'],
    ['解文', '谢文'],
    ['李乐', '李月'],
  ])('%s and %s', (one, other) => expect(sound(one, other)).toBe(true));

  it.each([
    ['王伟', '王强'],
    ['西安', '先'],
    ['王伟', '吴薇薇'],
    ['', ''],
  ])('not %s and %s', (one, other) => expect(sound(one, other)).toBe(false));

  it('does not take equal initials for it', () => {
    expect(sound('王伟', '吴文')).toBe(false);
  });
});
