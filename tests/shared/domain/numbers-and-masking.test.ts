import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { makeAcceptanceNumber, parseAcceptanceNumber } from '../../../shared/domain/acceptance-number.ts';
import { makeHouseholdNumber, parseHouseholdNumber } from '../../../shared/domain/household-number.ts';
import { maskName, maskPhone } from '../../../shared/domain/masking.ts';
import { listStations } from '../../../shared/domain/police-orgs.ts';

const station = fc.constantFrom(...listStations().map(({ code }) => code));
const serial = fc.integer({ min: 1, max: 999_999 });

describe('a household number', () => {
  it('is the unit of the station and a serial', () => {
    expect(makeHouseholdNumber('220403010000', 123)).toBe('010000123');
    expect(makeHouseholdNumber('220421250000', 1)).toBe('250000001');
    expect(parseHouseholdNumber('０１００００１２３')).toEqual({ unit: '010', serial: 123 });
    expect(parseHouseholdNumber('01000012')).toBeNull();
  });

  it('reads back for every station and serial', () => {
    fc.assert(
      fc.property(station, serial, (code, number) => {
        const unit = code.slice(6, 9);
        expect(parseHouseholdNumber(makeHouseholdNumber(code, number))).toEqual({ unit, serial: number });
      }),
    );
  });

  it('is refused for a special unit whose code has letters where the unit number stands', () => {
    expect(() => makeHouseholdNumber('220000S05200', 1)).toThrow(RangeError);
  });

  it('is refused when the serials of a station are used up', () => {
    expect(() => makeHouseholdNumber('220403010000', 1_000_000)).toThrow(RangeError);
    expect(() => makeHouseholdNumber('220403010000', 0)).toThrow(RangeError);
    expect(() => makeHouseholdNumber('220403', 1)).toThrow(RangeError);
  });
});

describe('an acceptance number', () => {
  it('names station prefix, year and serial', () => {
    expect(makeAcceptanceNumber('220403010000', 2026, 123)).toBe('220403-2026-000123');
    expect(parseAcceptanceNumber('2204032026000123')).toEqual({ prefix: '220403', year: 2026, serial: 123 });
    expect(parseAcceptanceNumber('220000s-2026-1')).toBeNull();
  });

  it('reads back for every station and serial', () => {
    fc.assert(
      fc.property(station, fc.integer({ min: 2000, max: 2999 }), serial, (code, year, number) => {
        const parsed = parseAcceptanceNumber(makeAcceptanceNumber(code, year, number));
        expect(parsed).toEqual({ prefix: code.slice(0, 6), year, serial: number });
      }),
    );
  });
});

describe('masking', () => {
  it('keeps enough of a name to call it out', () => {
    expect(['王伟', '王小伟', '欧阳建锋', '𠮷田𠮷'].map(maskName)).toEqual(['王*', '王*伟', '欧**锋', '𠮷*𠮷']);
  });

  it('leaves nothing readable of a name of one character', () => {
    expect(['李', '𠮷', ''].map(maskName)).toEqual(['*', '*', '']);
  });

  it('keeps enough of a phone number to recognise it', () => {
    expect(['13800005678', '0437321', '12', ''].map(maskPhone)).toEqual(['138****5678', '*****21', '**', '']);
  });
});
