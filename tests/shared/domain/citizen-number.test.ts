import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CitizenNumberReason,
  checkDigit,
  citizenNumberReasons,
  groupCitizenNumber,
  maskCitizenNumber,
  readCitizenNumber,
} from '../../../shared/domain/citizen-number.ts';
import { isKnownArea } from '../../../shared/domain/divisions.ts';
import { addDays } from '../../../shared/domain/plain-date.ts';

const context = { today: '2026-11-22', isKnownArea };
const read = (text: string) => readCitizenNumber(text, context);

const validNumber = fc
  .tuple(
    fc.constantFrom('220402', '220403', '220421', '220422', '222602', '110105', '441900', '510107', '830000'),
    fc.integer({ min: 0, max: 40_000 }).map((days) => addDays('1917-01-01', days)),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(([area, birth, sequence]) => {
    const body = area + birth.replaceAll('-', '') + String(sequence).padStart(3, '0');
    return { text: body + checkDigit(body), area, birth, sex: sequence % 2 === 1 ? '1' : '2' };
  });

describe('the worked examples of GB 11643', () => {
  it('gives 3 for 22040219900101001, a man', () => {
    expect(checkDigit('22040219900101001')).toBe('3');
    expect(read('220402199001010013')).toEqual({
      valid: true,
      reason: null,
      birthDate: '1990-01-01',
      sex: '1',
      division: '220402',
      normalized: '220402199001010013',
      isOldNumber: false,
    });
  });

  it('gives 1 for 22040219900101002, a woman', () => {
    expect(checkDigit('22040219900101002')).toBe('1');
    expect(read('220402199001010021')).toMatchObject({ valid: true, sex: '2' });
  });

  it('gives X for 22042119851230005', () => {
    expect(checkDigit('22042119851230005')).toBe('X');
    expect(read('22042119851230005X')).toMatchObject({ valid: true, birthDate: '1985-12-30', division: '220421' });
  });

  it('asks for 17 digits', () => {
    expect(() => checkDigit('2204021990010100')).toThrow(RangeError);
    expect(() => checkDigit('2204021990010100X')).toThrow(RangeError);
  });
});

describe('a citizen number', () => {
  it('is accepted whenever it is well formed, and says birth, sex and area', () => {
    fc.assert(
      fc.property(validNumber, ({ text, area, birth, sex }) => {
        expect(read(text)).toMatchObject({ valid: true, birthDate: birth, sex, division: area, normalized: text });
      }),
    );
  });

  it('is refused when any one character is another digit', () => {
    fc.assert(
      fc.property(validNumber, fc.nat({ max: 17 }), fc.constantFrom(...'0123456789X'), ({ text }, at, character) => {
        fc.pre(text.charAt(at) !== character);
        expect(read(text.slice(0, at) + character + text.slice(at + 1)).valid).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it('is refused when two neighbouring digits change places', () => {
    fc.assert(
      fc.property(validNumber, fc.nat({ max: 15 }), ({ text }, at) => {
        fc.pre(text.charAt(at) !== text.charAt(at + 1));
        expect(read(text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2)).valid).toBe(false);
      }),
    );
  });

  it('is read from an old number of 15 digits as the one of 18', () => {
    fc.assert(
      fc.property(
        validNumber.filter(({ birth }) => birth < '2000'),
        ({ text }) => {
          const old = text.slice(0, 6) + text.slice(8, 17);
          expect(read(old)).toMatchObject({ valid: true, normalized: text, isOldNumber: true });
        },
      ),
    );
  });

  it('may be typed full-width, with a small x, or in groups', () => {
    expect(read('２２０４２１１９８５１２３０００５ｘ')).toMatchObject({
      valid: true,
      normalized: '22042119851230005X',
    });
    expect(read(' 220421 19851230 005x ')).toMatchObject({ valid: true });
    expect(read('220421\u3000198512300\u200B05X')).toMatchObject({ valid: true });
  });
});

describe('a text that is no citizen number', () => {
  it.each([
    ['', 'length'],
    ['2204021990010100133', 'length'],
    ['22040219900101001', 'length'],
    ['22040219900101O013', 'characters'],
    ['2204021990010100X3', 'characters'],
    ['220402900101 00X', 'characters'],
    ['220499199001010010', 'area-unknown'],
    ['990402199001010015', 'area-unknown'],
    ['220402199002300016', 'date-unreal'],
    ['220402180001010012', 'date-unreal'],
    ['220402202611230010', 'date-future'],
    ['220402199001010014', 'check-digit'],
    ['22040219900101001X', 'check-digit'],
  ])('%s is refused for: %s', (text, reason) => {
    expect(read(text)).toMatchObject({ valid: false, reason });
  });

  it('still says what can be read', () => {
    expect(read('22040219900101')).toEqual({
      valid: false,
      reason: 'length',
      birthDate: '1990-01-01',
      sex: null,
      division: '220402',
      normalized: null,
      isOldNumber: false,
    });
    expect(read('220402199001010014')).toMatchObject({ birthDate: '1990-01-01', sex: '1', division: '220402' });
    expect(read('落户')).toMatchObject({ reason: 'length', birthDate: null, sex: null, division: null });
  });

  it('never makes the reader throw', () => {
    const text = fc.oneof(
      fc.string({ maxLength: 20 }),
      fc.string({ unit: fc.constantFrom(...'0129X·王𠮷'), maxLength: 18 }),
    );
    fc.assert(
      fc.property(text, (typed) => {
        expect(read(typed)).toHaveProperty('valid');
      }),
    );
  });

  it('has words in both languages for every reason', () => {
    for (const reason of CitizenNumberReason.options) {
      expect(citizenNumberReasons[reason].zh).toMatch(/\p{Script=Han}/u);
      expect(citizenNumberReasons[reason].en).toMatch(/^[A-Z]/);
    }
  });
});

describe('showing a citizen number', () => {
  it('groups it in 6, 8 and 4', () => {
    expect(groupCitizenNumber('220402199001010013')).toBe('220402 19900101 0013');
    expect(read(groupCitizenNumber('220402199001010013')).normalized).toBe('220402199001010013');
    expect(groupCitizenNumber('2204')).toBe('2204');
  });

  it('hides the birth date', () => {
    expect(maskCitizenNumber('220402199001010013')).toBe('220402********0013');
    expect(maskCitizenNumber('220402900101001')).toBe('22***********01');
    expect(maskCitizenNumber('220')).toBe('***');
  });
});
