import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import puaMap from '../../../resources/codes/pua-map.json' with { type: 'json' };
import {
  codePointName,
  findStandardCharacter,
  readableText,
  readCodePoints,
  standardText,
} from '../../../shared/domain/private-characters.ts';

describe('private characters of old data', () => {
  it('are shown as their standard characters where the reviewed table has them', () => {
    expect(readableText('王\uE81E')).toBe('王龴');
    expect(readableText('李\uE863文')).toBe('李䶮文');
    expect(readableText('\uE816')).toBe('𠂇');
    expect(standardText('李\uE863')).toBe('李䶮');
    expect(findStandardCharacter('\uE863')).toBe('䶮');
    expect(findStandardCharacter('\uE123')).toBeNull();
  });

  it('are shown by their code point where it does not, never as a blank box', () => {
    expect(readableText('赵\uE123明')).toBe('赵〔U+E123〕明');
    expect(readableText('\u{F0001}')).toBe('〔U+F0001〕');
    expect(standardText('赵\uE123明')).toBe('赵\uE123明');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(readableText(text)).not.toMatch(/\p{Co}/u);
      }),
    );
  });

  it('leave every other text alone', () => {
    const others = fc.string({ unit: 'binary' }).filter((text) => !/\p{Co}/u.test(text));
    fc.assert(
      fc.property(others, (text) => {
        expect(readableText(text)).toBe(text);
      }),
    );
  });

  it('can be typed by their code point', () => {
    expect(readCodePoints('赵〔U+E123〕明')).toBe('赵\uE123明');
    expect(readCodePoints('u+20bb7')).toBe('𠮷');
    expect(readCodePoints('U+D800 U+FFFFFF')).toBe('U+D800 U+FFFFFF');
  });
});

describe('the reviewed table', () => {
  const named: readonly string[] = Object.keys(puaMap.sources);
  const codeOf = (hex: string) => Number.parseInt(hex, 16);

  it('names a source for each, takes each private code point once and gives no private one', () => {
    for (const { private: from, standard, source } of puaMap.characters) {
      expect(named).toContain(source);
      expect(String.fromCodePoint(codeOf(from))).toMatch(/^\p{Co}$/u);
      expect(String.fromCodePoint(codeOf(standard))).not.toMatch(/[\p{Co}\p{Cn}\p{Cs}]/u);
    }
    expect(new Set(puaMap.characters.map((it) => it.private)).size).toBe(puaMap.characters.length);
    expect(new Set(puaMap.characters.map((it) => it.standard)).size).toBe(puaMap.characters.length);
  });

  it('agrees with how the bytes of GBK are decoded today', () => {
    const decoder = new TextDecoder('gbk');
    for (const { private: from, standard, source } of puaMap.characters) {
      const place = codeOf(from) - 0xe8_15;
      if (source !== 'gbk' || place < 0) continue;
      const low = 0x50 + place + (place >= 0x2f ? 1 : 0);
      expect(codePointName(decoder.decode(Uint8Array.of(0xfe, low)).codePointAt(0) ?? 0)).toBe(`U+${standard}`);
    }
  });
});
