import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { exampleInputs } from './example-inputs.ts';
import { type GreyPicture, readGreyPng, writeGreyPng } from './grey-png.ts';
import { printed, rasterOf, shelf } from './print-rig.ts';

/**
 * The first page of each form's example as it should look. `LUOHU_RENEW_PICTURES=1` with this test writes them anew; look at
 * each changed one before keeping it.
 */
const folder = fileURLToPath(new URL('../../../fixtures/forms/', import.meta.url));
const isRenewing = process.env.LUOHU_RENEW_PICTURES === '1';
const DPI = 60;
/** Side of the squares whose mean grey is compared: versions of poppler smooth edges differently, but lay the same ink. */
const SQUARE_MM = 5;
/** Most that a square's mean may differ, of 255. A 10.5-point character that comes, goes or moves makes 15 and more. */
const LIMIT = 7;

/** Mean grey of each square of a page. */
function means({ width, pixels }: GreyPicture): Map<string, number> {
  const side = (SQUARE_MM * DPI) / 25.4;
  const sums = new Map<string, { sum: number; count: number }>();
  pixels.forEach((level, index) => {
    const key = `${Math.floor((index % width) / side)},${Math.floor(Math.floor(index / width) / side)}`;
    const known = sums.get(key) ?? { sum: 0, count: 0 };
    sums.set(key, { sum: known.sum + level, count: known.count + 1 });
  });
  // The narrow squares along the edges of the page hold too few pixels to compare.
  const least = (side * side) / 2;
  return new Map([...sums].filter(([, { count }]) => count >= least).map(([key, it]) => [key, it.sum / it.count]));
}

/** Squares that differ, as column and row of 5 mm with the difference. */
function differences(page: GreyPicture, picture: GreyPicture): string[] {
  const expected = means(picture);
  return [...means(page)].flatMap(([key, mean]) => {
    const difference = Math.round(mean - (expected.get(key) ?? 0));
    return Math.abs(difference) > LIMIT ? [`${key}: ${difference}`] : [];
  });
}

describe.each(shelf.forms.map((form) => [form.id, form] as const))('the paper %s', (id, form) => {
  it('looks as its reference picture', async () => {
    const page = rasterOf(await printed(form, exampleInputs[id] ?? {}), DPI);
    const file = `${folder}${id}.png`;
    if (isRenewing) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(file, writeGreyPng(page));
    }
    const picture = readGreyPng(readFileSync(file));
    expect([page.width, page.height]).toEqual([picture.width, picture.height]);
    expect(differences(page, picture)).toEqual([]);
  });
});

describe('the reference pictures', () => {
  it('are one for each form, and small', () => {
    const files = readdirSync(folder).sort();
    expect(files).toEqual(shelf.forms.map((form) => `${form.id}.png`).sort());
    for (const file of files) expect(readFileSync(folder + file).length, file).toBeLessThan(40_000);
  });

  it('tell when a character is missing or the rules stand a millimetre off', async () => {
    const card = shelf.forms.find((form) => form.id === 'resident-card');
    if (!card) throw new Error('no resident card');
    const example = exampleInputs['resident-card'] ?? {};
    const picture = readGreyPng(readFileSync(`${folder}resident-card.png`));
    const withoutSurname = await printed(card, { ...example, name: '示例' });
    expect(differences(rasterOf(withoutSurname, DPI), picture)).not.toEqual([]);
    const grids = card.boxes.map((box) => (box.kind === 'grid' ? { ...box, y: box.y + 1 } : box));
    const moved = await printed({ ...card, boxes: grids }, example);
    expect(differences(rasterOf(moved, DPI), picture)).not.toEqual([]);
  });
});
