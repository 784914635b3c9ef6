import { describe, expect, it } from 'vitest';
import { expandBoxes } from '../../../../electron/station/print/expand-grid.ts';
import { fieldWords, valueWords } from '../../../../electron/station/print/value-words.ts';
import type { Form, FormInput, FormValue } from '../../../../shared/domain/form.ts';
import { exampleInputs } from './example-inputs.ts';
import { formNamed, inkOf, printed, rasterOf, shelf, textOf } from './print-rig.ts';

/** The words of every value of an input, as they have to stand on the paper. */
function wordsOfInput(form: Form, value: FormValue | undefined, path: string): string[] {
  if (Array.isArray(value)) return value.flatMap((row) => wordsOfInput(form, row, `${path}[]`));
  if (typeof value === 'object' && value !== null && !(value instanceof Uint8Array)) {
    return Object.entries(value).flatMap(([key, inner]) => wordsOfInput(form, inner, path ? `${path}.${key}` : key));
  }
  return [valueWords(value, form.fields[path], 'plain')];
}

/** Words joined, as lines may break anywhere in Chinese. */
const joined = (text: string) => text.replace(/\s+/g, '');

function inputOf(form: Form): FormInput {
  const input = exampleInputs[form.id];
  if (!input) throw new Error(`no example input for ${form.id}`);
  return input;
}

describe.each(shelf.forms.map((form) => [form.id, form] as const))('the paper %s', (_id, form) => {
  it('reads back every value it was given, to the letter', async () => {
    const text = joined(textOf(await printed(form, inputOf(form))));
    // A pre-printed date is filled in three places; its words then stand between 年, 月 and 日.
    for (const words of wordsOfInput(form, inputOf(form), '')) expect(text).toContain(joined(words));
  });

  it('prints an overprint whose ink stays inside the boxes of its values', async () => {
    const ink = inkOf(rasterOf(await printed(form, inputOf(form), { mode: 'overprint' })), (x, y) => {
      const values = expandBoxes(form.boxes).filter(
        ({ kind, layer }) => kind === 'value' || kind === 'table' || layer === 'value',
      );
      const flows = form.flow ? [form.flow.first] : [];
      return ![...values, ...flows].some((box) => x >= box.x && x <= box.x + box.w && y >= box.y && y <= box.y + box.h);
    });
    expect(ink).toBeNull();
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
