import { openSync } from 'fontkit';
import { describe, expect, it } from 'vitest';
import { errorWords } from '../../../../shared/contract/error-words.ts';
import { exampleInputs } from './example-inputs.ts';
import { answer, fontFolder, fontsOf, formNamed, inkOf, madeUpForm, printed, rasterOf, textOf } from './print-rig.ts';

const card = formNamed('resident-card');
const input = exampleInputs['resident-card'] ?? {};
const oneLine = madeUpForm(`
fields: { words: { zh: 文字, en: Words } }
boxes: [{ kind: value, id: words, x: 10, y: 10, w: 80, h: 10, field: words }]
`);

describe('characters that no font has', () => {
  it('stop the print and are named with their field', async () => {
    expect(await answer(card, { ...input, name: '王𠜎' })).toEqual({
      ok: false,
      error: {
        code: 'PRINT_CHARACTER_MISSING',
        details: { codePoints: ['U+2070E'], field: 'name', fields: { name: ['U+2070E'] } },
      },
    });
  });

  it.each([
    ['a private-use character', '\uE82C', 'U+E82C'],
    ['half of a surrogate pair', '\uD842', 'U+D842'],
    ['an invisible character', '\u200B', 'U+200B'],
    ['a combining mark', 'e\u0301', 'U+0301'],
    ['a control character', '\u0007', 'U+0007'],
  ])('are also %s', async (_kind, words, codePoint) => {
    expect(await answer(oneLine, { words: `王${words}` })).toMatchObject({
      error: { details: { codePoints: [codePoint] } },
    });
  });

  it('made up by an older system get a hint of their own: the standard character, where there is one', async () => {
    expect(await answer(oneLine, { words: '王\uE82C\uE000' })).toMatchObject({
      error: {
        code: 'PRINT_CHARACTER_PRIVATE',
        details: { field: 'words', privateUse: ['U+E82C', 'U+E000'], standard: ['U+E82C → 龷 U+9FB7'] },
      },
    });
  });

  it('have a sentence that names them and a way out', () => {
    for (const code of ['PRINT_CHARACTER_MISSING', 'PRINT_CHARACTER_PRIVATE'] as const) {
      expect(errorWords[code].zh).toMatch(/\{(codePoints|privateUse)\}.*未打印.*(fonts|规范编码)/);
    }
  });

  it('stop the print in the stamp too', async () => {
    expect(await answer(oneLine, { words: '王' }, { stamp: '☠' })).toMatchObject({
      error: { details: { field: '$stamp' } },
    });
  });
});

describe('characters of the font chain', () => {
  it('are drawn with the next font that has them, in one line of text', async () => {
    const pdf = await printed(oneLine, { words: '王𰻝面' });
    expect(textOf(pdf).trim()).toBe('王𰻝面');
    expect(fontsOf(pdf)).toMatch(/NotoSerifSC-Regular[\s\S]*NotoSansSC-Regular/);
    expect(inkOf(rasterOf(pdf))?.right).toBeGreaterThan(10.8 + 2 * 3.7);
  });

  it('are copied as what they are when two share one glyph', async () => {
    expect(textOf(await printed(oneLine, { words: '一⼀一⼀' })).trim()).toBe('一⼀一⼀');
  });

  it('do not leak from one document into the text of the next', async () => {
    await printed(oneLine, { words: '⼀⽅' });
    expect(textOf(await printed(oneLine, { words: '一方' })).trim()).toBe('一方');
  });

  it('keep the dot of a name and every letter of a foreign one', async () => {
    const words = '阿依古丽·买买提 fi Müller 〇';
    expect(textOf(await printed(oneLine, { words })).trim()).toBe(words);
  });

  it('leave ink on the paper, each of them', async () => {
    const inkCounts = await Promise.all(
      [...'王㐀龘〇·'].map(async (words) => inkOf(rasterOf(await printed(oneLine, { words }), 300))?.count ?? 0),
    );
    expect(Math.min(...inkCounts)).toBeGreaterThan(3);
  });

  it('are drawn with their own outline, also beyond plane 0', async () => {
    // Each alone, in the usual size of 10.5 pt: what the font file says of its outline is what is seen.
    const font = openSync(`${fontFolder}/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf`);
    const em = (10.5 * 25.4) / 72;
    for (const character of '王一龘𠙶𫄧') {
      const code = character.codePointAt(0) ?? 0;
      if (!('glyphForCodePoint' in font) || !font.hasGlyphForCodePoint(code)) throw new Error(character);
      const { minX, minY, maxX, maxY } = font.glyphForCodePoint(code).bbox;
      const ink = inkOf(rasterOf(await printed(oneLine, { words: character }), 600));
      const [width, height] = [(ink?.right ?? 0) - (ink?.left ?? 0), (ink?.bottom ?? 0) - (ink?.top ?? 0)];
      expect(Math.abs(width - ((maxX - minX) / font.unitsPerEm) * em), character).toBeLessThan(0.2);
      expect(Math.abs(height - ((maxY - minY) / font.unitsPerEm) * em), character).toBeLessThan(0.2);
    }
  });

  it('are embedded in the PDF', async () => {
    const lines = fontsOf(await printed(card, input))
      .trim()
      .split('\n')
      .slice(2);
    for (const line of lines) expect(line).toMatch(/CID TrueType\s+Identity-H\s+yes yes yes/);
  });
});
