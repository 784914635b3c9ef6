import { describe, expect, it } from 'vitest';
import { expandBoxes } from '../../../../electron/station/print/expand-grid.ts';
import { fieldWords, valueWords } from '../../../../electron/station/print/value-words.ts';
import type { Form, FormInput, FormValue } from '../../../../shared/domain/form.ts';
import { exampleInputs } from './example-inputs.ts';
import { stretched } from './examples/stretched.ts';
import { answer, formNamed, infoOf, inkOf, printed, rasterOf, shelf, textOf, type Word, wordsOf } from './print-rig.ts';

/** The words of every value of an input, as they have to stand on the paper. */
function wordsOfInput(form: Form, value: FormValue | undefined, path: string): string[] {
  if (Array.isArray(value)) return value.flatMap((row) => wordsOfInput(form, row, `${path}[]`));
  if (typeof value === 'object' && value !== null && !(value instanceof Uint8Array)) {
    return Object.entries(value).flatMap(([key, inner]) => wordsOfInput(form, inner, path ? `${path}.${key}` : key));
  }
  // A photo and a QR code are no words.
  return form.fields[path]?.type === 'image' || path === 'seal' ? [] : [valueWords(value, form.fields[path], 'plain')];
}

/** The paths of an input's values, as a form declares them. */
function pathsOf(value: FormValue | undefined, path: string): string[] {
  if (Array.isArray(value)) return [path, ...value.flatMap((row) => pathsOf(row, `${path}[]`))];
  if (typeof value === 'object' && value !== null && !(value instanceof Uint8Array)) {
    return Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, path ? `${path}.${key}` : key));
  }
  return [path];
}

/** Words joined, as lines may break anywhere in Chinese. */
const joined = (text: string) => text.replace(/\s+/g, '');

function inputOf(form: Form): FormInput {
  const input = exampleInputs[form.id];
  if (!input) throw new Error(`no example input for ${form.id}`);
  return input;
}

/** Less than this is the side bearing of a glyph. */
const TOUCH_MM = 0.25;

/** Pairs of words of a page whose bodies share paper. */
function overlapping(words: readonly Word[]): string[] {
  const boxes = words.map(({ text, page, xMm, endXmm, baselineMm, sizePt }) => {
    const em = (sizePt * 25.4) / 72;
    return { text, page, left: xMm, right: endXmm, top: baselineMm - 0.8 * em, bottom: baselineMm + 0.05 * em };
  });
  return boxes.flatMap((a, index) =>
    boxes.slice(index + 1).flatMap((b) => {
      const across = Math.min(a.right, b.right) - Math.max(a.left, b.left);
      const down = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
      return a.page === b.page && across > TOUCH_MM && down > TOUCH_MM ? [`${a.text} | ${b.text}`] : [];
    }),
  );
}

const examples = [
  ['an ordinary example', inputOf],
  ['names of fifty characters, addresses of sixty and full lists', (form: Form) => stretched(form, inputOf(form))],
] as const;

describe.each(shelf.forms.map((form) => [form.id, form] as const))('the paper %s', (_id, form) => {
  it.each(examples)('reads back every value to the letter: %s', async (_kind, input) => {
    // A paragraph may go on under the foot of a page.
    const text = joined(textOf(await printed(form, input(form)))).replace(/第\d+页共\d+页/g, '');
    // A pre-printed date is filled in three places; its words then stand between 年, 月 and 日.
    for (const words of wordsOfInput(form, input(form), '')) expect(text).toContain(joined(words));
  });

  it.each(examples)('prints no word over another or over the edge: %s', async (_kind, input) => {
    const words = wordsOf(await printed(form, input(form), { copies: ['派出所存档'] }));
    expect(overlapping(words)).toEqual([]);
    const { widthMm, heightMm } = form.page;
    const beyond = words.filter(
      (word) => word.xMm < 3 || word.endXmm > widthMm - 3 || word.baselineMm < 3 || word.baselineMm > heightMm - 1.5,
    );
    expect(beyond).toEqual([]);
  });

  it('has an example for every field, so that no field is forgotten on the paper', () => {
    const filled = new Set(pathsOf(inputOf(form), ''));
    expect(Object.keys(form.fields).filter((path) => !filled.has(path))).toEqual([]);
  });

  it('prints an overprint whose ink stays inside the boxes of its values', async () => {
    const values = expandBoxes(form.boxes).filter(
      ({ kind, layer }) => ['value', 'table', 'photo', 'qr'].includes(kind) || layer === 'value',
    );
    const areas = form.flow ? [...values, form.flow.first] : values;
    const isStray = (x: number, y: number) =>
      !areas.some((box) => x >= box.x && x <= box.x + box.w && y >= box.y && y <= box.y + box.h);
    const ink = inkOf(rasterOf(await printed(form, inputOf(form), { mode: 'overprint' }), 120), isStray);
    expect(ink).toBeNull();
  });

  it('overprints an input stretched to its limits', async () => {
    const result = await answer(form, stretched(form, inputOf(form)), { mode: 'overprint' });
    expect(result.ok ? 'printed' : result.error).toBe('printed');
  });

  it.skipIf(!form.fields.seal)('carries its seal as a code', async () => {
    expect(infoOf(await printed(form, inputOf(form)))).toContain(String(inputOf(form).seal));
  });

  it('says where its layout comes from', () => {
    expect(form.source.note.length).toBeGreaterThan(10);
  });
});

describe('the resident card', () => {
  const card = formNamed('resident-card');

  it('carries the twenty-two items of the real card', () => {
    expect(Object.keys(card.fields)).toHaveLength(22);
  });

  it('overprints the values alone, without a label or a rule', async () => {
    const input = inputOf(card);
    const text = textOf(await printed(card, input, { mode: 'overprint' }))
      .trim()
      .split(/\s+/);
    const values = expandBoxes(card.boxes).flatMap((box) =>
      box.kind === 'value' ? [fieldWords(card.fields, input, { path: box.field, format: box.format })] : [],
    );
    expect(text.sort()).toEqual(values.sort());
  });
});

describe('the papers of settling', () => {
  it.each(['one-time-notice', 'voluntary-statement'])('say on %s that land rights are no condition', async (id) => {
    const text = joined(textOf(await printed(formNamed(id), exampleInputs[id] ?? {})));
    expect(text).toContain('现阶段不允许以收回土地承包经营权、宅基地使用权、集体收益分配权作为农民进城落户的条件');
  });

  it('refuse a receipt with an unmasked number', async () => {
    const receipt = formNamed('acceptance-receipt');
    const bare = {
      ...exampleInputs['acceptance-receipt'],
      applicant: { nameMasked: '王*例', numberMasked: '220421199001050015' },
    };
    await expect(printed(receipt, bare)).rejects.toThrow('applicant.numberMasked');
  });
});
