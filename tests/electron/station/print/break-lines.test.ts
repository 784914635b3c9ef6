import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakLines } from '../../../../electron/station/print/break-lines.ts';
import { widthEm } from '../../../../electron/station/print/font-runs.ts';
import { fonts } from './print-rig.ts';

const chain = fonts.chains.song;
const broken = (text: string, width: number, indentEm = 0) =>
  breakLines(text, { widthEm: width, indentEm, spacingEm: 0, chain });

describe('line breaking', () => {
  it('never begins a line with a closing mark', () => {
    expect(broken('甲乙丙丁，戊己', 4)).toEqual(['甲乙丙', '丁，戊己']);
    expect(broken('甲乙丙丁）戊', 4)).toEqual(['甲乙丙', '丁）戊']);
  });

  it('never ends a line with an opening mark', () => {
    expect(broken('甲乙丙《丁戊》', 4)).toEqual(['甲乙丙', '《丁戊》']);
  });

  it('keeps a number whole', () => {
    expect(broken('甲乙丙220421199001050015', 12)).toEqual(['甲乙丙', '220421199001050015']);
  });

  it('keeps a number with what it counts: a day is not torn off its month', () => {
    expect(broken('甲乙2026年11月21日', 7.1)).toEqual(['甲乙2026年', '11月21日']);
    expect(broken('甲乙丙丁12号501室', 6.1)).toEqual(['甲乙丙丁12号', '501室']);
  });

  it('breaks a word that is wider than the line', () => {
    expect(broken('AAAAAAAA', 2).every((line) => widthEm(line, chain) <= 2)).toBe(true);
  });

  it('leaves room for the indent of the first line', () => {
    expect(broken('甲乙丙丁', 4, 2)).toEqual(['甲乙', '丙丁']);
  });

  it('puts every character of any text into exactly one line, none wider than asked', () => {
    const texts = fc.array(fc.constantFrom('甲', '。', '（', '）', ' ', 'A', '7', '-', '·', '“', '：'), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(texts, fc.integer({ min: 3, max: 20 }), (characters, width) => {
        const text = characters.join('');
        const lines = broken(text, width);
        expect(lines.join('')).toBe(text);
        for (const line of lines) expect(widthEm(line.trimEnd(), chain)).toBeLessThanOrEqual(width + 1e-6);
      }),
    );
  });
});
