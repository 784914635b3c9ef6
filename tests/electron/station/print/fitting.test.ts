import { describe, expect, it } from 'vitest';
import { exampleInputs } from './example-inputs.ts';
import { answer, formNamed, inkOf, madeUpForm, printed, rasterOf, textOf, wordsOf } from './print-rig.ts';

/** A box of 40 × 10 mm at (10, 10): eleven characters of 10 pt in a line. */
const boxOf = (wrap: string) =>
  madeUpForm(`
fields: { words: { zh: 文字, en: Words } }
boxes:
  - { kind: value, id: words, x: 10, y: 10, w: 40, h: 10, field: words, sizePt: 10, shrinkToPt: 7, wrap: ${wrap} }
`);
const long = (count: number) => '示例大街一百号三单元'.repeat(10).slice(0, count);

async function look(wrap: string, words: string) {
  const pdf = await printed(boxOf(wrap), { words });
  const lines = textOf(pdf).trim().split('\n');
  const ink = inkOf(rasterOf(pdf));
  return { lines, sizePt: Math.round((wordsOf(pdf)[0]?.sizePt ?? 0) * 10) / 10, ink };
}

describe('words too long for their box', () => {
  it('shrink on one line as long as the form lets them', async () => {
    const { lines, sizePt } = await look('last', long(14));
    expect(lines).toEqual([long(14)]);
    expect(sizePt).toBeLessThan(10);
    expect(sizePt).toBeGreaterThanOrEqual(7);
  });

  it('then break into lines as large as fit', async () => {
    const { lines, sizePt } = await look('last', long(20));
    expect(lines.join('')).toBe(long(20));
    expect(lines).toHaveLength(2);
    expect(sizePt).toBe(10);
  });

  it('break first where the form says so', async () => {
    const { lines, sizePt } = await look('first', long(14));
    expect(lines).toHaveLength(2);
    expect(sizePt).toBe(10);
  });

  it.each([9, 14, 20, 30, 38])('stay inside the box with %i characters', async (count) => {
    const { ink, lines } = await look('last', long(count));
    expect(lines.join('')).toBe(long(count));
    expect(ink?.left).toBeGreaterThanOrEqual(10);
    expect(ink?.right).toBeLessThanOrEqual(50);
    expect(ink?.top).toBeGreaterThanOrEqual(10);
    expect(ink?.bottom).toBeLessThanOrEqual(20);
  });

  it('are refused when no way fits, and never cut', async () => {
    const refusal = {
      ok: false,
      error: { code: 'PRINT_VALUE_TOO_LONG', details: { field: 'words', fields: ['words'] } },
    };
    expect(await answer(boxOf('last'), { words: long(60) })).toEqual(refusal);
    expect(await answer(boxOf('never'), { words: long(20) })).toEqual(refusal);
  });

  it('print a name of 25 characters and an address of 60 on the real papers', async () => {
    const name = '阿卜杜热合曼江·买买提艾合买提江·图尔荪尼亚孜示例';
    expect([...name]).toHaveLength(25);
    const card = await printed(formNamed('resident-card'), { ...exampleInputs['resident-card'], name });
    expect(textOf(card).replace(/\s/g, '')).toContain(name);
    const address =
      '吉林省辽源市龙山区示例街道示例社区居民委员会第一居民小组示例大街东段北侧胡同一百二十三号示例花园小区十二号楼三单元一七〇一室';
    const page = await printed(formNamed('household-book-first-page'), {
      ...exampleInputs['household-book-first-page'],
      address,
    });
    expect(textOf(page, '-y', '0').replace(/\s/g, '')).toContain(address);
  });
});

describe('the alignment of words', () => {
  const aligned = (align: string) =>
    madeUpForm(`
fields: { words: { zh: 文字, en: Words } }
boxes: [{ kind: value, id: words, x: 10, y: 10, w: 40, h: 10, field: words, align: ${align}, paddingMm: 1 }]
`);
  const place = async (align: string) => wordsOf(await printed(aligned(align), { words: '示例' }));

  it('is left, centred or right within the padding', async () => {
    expect((await place('left'))[0]?.xMm).toBeCloseTo(11, 1);
    expect((await place('right'))[0]?.endXmm).toBeCloseTo(49, 1);
    const [centred] = await place('center');
    expect(((centred?.xMm ?? 0) + (centred?.endXmm ?? 0)) / 2).toBeCloseTo(30, 1);
  });

  it('spreads the characters of a label from edge to edge', async () => {
    const words = await place('distribute');
    expect(words[0]?.xMm).toBeCloseTo(11, 1);
    expect(words.at(-1)?.endXmm).toBeCloseTo(49, 1);
  });
});
