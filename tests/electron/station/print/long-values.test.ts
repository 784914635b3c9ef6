import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { expandBoxes } from '../../../../electron/station/print/expand-grid.ts';
import type { Form, FormInput } from '../../../../shared/domain/form.ts';
import { exampleInputs } from './example-inputs.ts';
import { answer, madeUpForm, shelf } from './print-rig.ts';

/** As long as a name may be in the register: fifty characters with their dots. */
const longName = `${'阿卜杜热合曼江·买买提艾合买提江·图尔荪尼亚孜·'.repeat(2)}示例`;
const longAddress = `吉林省辽源市龙山区示例街道${'示例社区居民委员会第一居民小组'.repeat(3)}示例花园小区十二号楼三单元一七〇一室`;

interface Line {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Lines of the first page with their edges in millimetres, as poppler lays them out. */
function linesOf(pdf: Uint8Array): Line[] {
  const folder = mkdtempSync(join(tmpdir(), 'luohu-long-'));
  try {
    writeFileSync(join(folder, 'page.pdf'), pdf);
    const args = ['-bbox-layout', '-l', '1', join(folder, 'page.pdf'), '-'];
    const html = execFileSync('pdftotext', args, { encoding: 'utf8' });
    const found = html.matchAll(/<line xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">([\s\S]*?)<\/line>/g);
    return Array.from(found, ([, ...parts]) => {
      const [left = 0, top = 0, right = 0, bottom = 0] = parts.slice(0, 4).map((part) => (Number(part) * 25.4) / 72);
      // The serif font claims 1.151 em above the baseline and 0.286 below; its characters fill 0.88 and 0.12.
      const em = (bottom - top) / 1.437;
      const text = Array.from((parts[4] ?? '').matchAll(/>([^<\s]+)<\/word>/g), ([, word]) => word).join('');
      return { text, left, right, top: top + 0.271 * em, bottom: bottom - 0.166 * em };
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const boxOf = (wrap: string, h: number) =>
  madeUpForm(`
fields: { words: { zh: 文字, en: Words } }
boxes: [{ kind: value, id: words, x: 20, y: 15, w: 60, h: ${h}, field: words, sizePt: 11, shrinkToPt: 6, wrap: ${wrap} }]
`);

describe('a long value in a box of its own', () => {
  it.each([
    ['a name of 50 characters', longName, 'last', 14],
    ['a name of 50 characters', longName, 'first', 20],
    ['a name of 24 characters', longName.slice(0, 24), 'never', 8],
    ['a long address', longAddress, 'last', 20],
    ['a long address', longAddress, 'first', 24],
  ])('%s is whole and inside its box, wrapped %s', async (_what, words, wrap, h) => {
    const asked = await answer(boxOf(wrap, h), { words });
    if (!asked.ok) throw new Error(JSON.stringify(asked.error));
    const lines = linesOf(asked.value.pdf);
    expect(lines.map(({ text }) => text).join('')).toBe(words);
    for (const { left, right, top, bottom } of lines) {
      expect(left).toBeGreaterThanOrEqual(20);
      expect(right).toBeLessThanOrEqual(80);
      expect(top).toBeGreaterThanOrEqual(15 - 0.05);
      expect(bottom).toBeLessThanOrEqual(15 + h + 0.05);
    }
  });

  it('a dot of a name never begins a line', async () => {
    const asked = await answer(boxOf('first', 20), { words: longName });
    if (!asked.ok) throw new Error(JSON.stringify(asked.error));
    const lines = linesOf(asked.value.pdf);
    expect(lines.length).toBeGreaterThan(1);
    for (const { text } of lines) expect(text).not.toMatch(/^·/);
  });
});

/** The form's own boxes that hold a name or an address of the input's first level. */
function longBoxes(form: Form, input: FormInput) {
  return expandBoxes(form.boxes).flatMap((box) => {
    if (box.kind !== 'value' || typeof input[box.field] !== 'string' || form.fields[box.field]?.pattern) return [];
    if (!/name$|address$/i.test(box.field) || box.when !== undefined) return [];
    return [{ box, words: /name$/i.test(box.field) ? longName : longAddress }];
  });
}

const cases = shelf.forms.flatMap((form) => {
  const input = exampleInputs[form.id];
  return input ? longBoxes(form, input).map((found) => ({ form, input, field: found.box.field, ...found })) : [];
});

describe('a long value on a paper', () => {
  it.each(cases)('$form.id: $field is printed whole or refused, never cut', async ({ form, input, box, words }) => {
    const asked = await answer(form, { ...input, [box.field]: words }, { mode: 'overprint' });
    if (!asked.ok) {
      expect(asked.error).toMatchObject({ code: 'PRINT_VALUE_TOO_LONG', details: { fields: [box.field] } });
      return;
    }
    const lines = linesOf(asked.value.pdf).filter(({ left, right, top, bottom }) => {
      const [x, y] = [(left + right) / 2, (top + bottom) / 2];
      return x > box.x && x < box.x + box.w && y > box.y && y < box.y + box.h;
    });
    expect(lines.map(({ text }) => text).join('')).toBe(words);
    for (const { left, right } of lines) {
      expect(left).toBeGreaterThanOrEqual(box.x);
      expect(right).toBeLessThanOrEqual(box.x + box.w);
    }
  });
});
