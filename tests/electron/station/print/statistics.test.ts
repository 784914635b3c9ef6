import { describe, expect, it } from 'vitest';
import type { Form, FormInput } from '../../../../shared/domain/form.ts';
import { exampleInputs } from './example-inputs.ts';
import { formNamed, printed, textOf, wordsOf } from './print-rig.ts';

/** The sums of 公办〔2015〕53号 by column number: a column is the sum of each list. */
const identities: Readonly<Record<string, readonly (readonly [sum: number, ...parts: number[][]])[]>> = {
  'statistics-form-57': [
    [2, [3, 4], [5, 6], [7, 8, 9, 10]],
    [11, [12, 13]],
    [14, [15, 16]],
  ],
  'statistics-form-58': [
    [2, [3, 4, 5, 6, 7, 8, 22]],
    [8, [9, 10, 11], [12, 13, 14, 15, 16, 17, 18, 19, 20, 21]],
    [23, [24, 25, 26, 27, 28]],
  ],
};

/** The fields of the numbered columns, the first one at 1. */
function columnsOf(form: Form): string[] {
  const table = form.flow?.blocks.find((block) => block.kind === 'table');
  if (table?.kind !== 'table') throw new Error('no table');
  expect(table.columns.map(({ header }) => header)).toEqual([
    '甲',
    ...table.columns.slice(1).map((_, at) => `${at + 1}`),
  ]);
  return table.columns.map(({ field }) => field);
}

describe.each([
  ['statistics-form-57', 20],
  ['statistics-form-58', 28],
] as const)('%s', (id, count) => {
  const form = formNamed(id);

  it(`has the ${count} columns of the ministry's table, and its sums`, async () => {
    const columns = columnsOf(form);
    expect(columns).toHaveLength(count + 1);
    const text = textOf(await printed(form, exampleInputs[id] ?? {}));
    for (const [sum, ...lists] of identities[id] ?? []) {
      expect(text).toContain([sum, ...lists.map((parts) => parts.join('＋'))].join('＝'));
      for (const row of (exampleInputs[id]?.rows ?? []) as FormInput[]) {
        const at = (column: number) => Number(row[columns[column] ?? '']);
        for (const parts of lists) expect(parts.reduce((total, part) => total + at(part), 0)).toBe(at(sum));
      }
    }
  });

  it('repeats its head on each page of a city with all its stations', async () => {
    const example = exampleInputs[id] ?? {};
    const [, station = {}] = example.rows as FormInput[];
    const rows = Array.from({ length: 48 }, (_, index) => ({ ...station, unit: `第${index + 1}派出所` }));
    const words = wordsOf(await printed(form, { ...example, rows }));
    const pages = Math.max(...words.map(({ page }) => page));
    expect(pages).toBeGreaterThan(1);
    for (let page = 1; page <= pages; page += 1)
      expect(words.filter((word) => word.page === page).map(({ text }) => text)).toContain('死亡');
    expect(words.filter(({ text }) => /^第\d+派出所$/.test(text))).toHaveLength(48);
  });
});
