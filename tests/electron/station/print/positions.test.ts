import { describe, expect, it } from 'vitest';
import { expandBoxes } from '../../../../electron/station/print/expand-grid.ts';
import { fieldWords } from '../../../../electron/station/print/value-words.ts';
import { PrintCalibration } from '../../../../shared/domain/form.ts';
import { exampleInputs } from './example-inputs.ts';
import { formNamed, printed, type Word, wordsOf } from './print-rig.ts';

const TOLERANCE_MM = 0.2;
const EM_PT_TO_MM = 25.4 / 72;

const card = formNamed('resident-card');
const input = exampleInputs['resident-card'] ?? {};

const turn = (0.8 * Math.PI) / 180;
const isSingle = (word: Word) => /^\p{Script=Han}$/u.test(word.text);
/** One character a field: poppler's box of a turned word reaches from its lowest to its highest character. */
const stems = [...'子丑寅卯辰巳午未申酉戌亥甲乙丙丁戊己庚辛壬癸'];
const singleCharacters = Object.fromEntries(
  Object.keys(input).map((key, index) => [key, /Date|On|Number/.test(key) ? input[key] : stems[index]]),
);

/** The left-aligned, one-line values of the card with the point of the paper where their first character belongs. */
function expectedPlaces(words: readonly Word[]) {
  return expandBoxes(card.boxes).flatMap((box) => {
    if (box.kind !== 'value' || box.style !== 'value') return [];
    const text = fieldWords(card.fields, input, { path: box.field, format: box.format });
    const word = words.find((it) => it.text === text);
    const em = (word?.sizePt ?? 0) * EM_PT_TO_MM;
    // The character bodies are centred in the box: 0.88 em of them over the baseline, 0.12 em under it.
    return [{ text, word, x: box.x + 1.2, baseline: box.y + box.h / 2 + 0.38 * em }];
  });
}

describe('values stand where the form file says', () => {
  it.each(['full', 'overprint'] as const)('within 0.2 mm, printed in %s', async (mode) => {
    const places = expectedPlaces(wordsOf(await printed(card, input, { mode })));
    expect(places.length).toBeGreaterThanOrEqual(13);
    for (const { text, word, x, baseline } of places) {
      expect(word, text).toBeDefined();
      expect(Math.abs((word?.xMm ?? 0) - x), text).toBeLessThan(TOLERANCE_MM);
      expect(Math.abs((word?.baselineMm ?? 0) - baseline), text).toBeLessThan(TOLERANCE_MM);
    }
  });

  it.each(['full', 'overprint'] as const)('within 0.2 mm of the measured place, calibrated in %s', async (mode) => {
    const calibration = PrintCalibration.parse({
      offsetXmm: 2.5,
      offsetYmm: -1.2,
      scaleX: 1.01,
      scaleY: 0.995,
      rotationDeg: 0.8,
      feedPitchMm: 0.7,
    });
    const copies = ['一', '二', '三'];
    const isOurs = (word: Word) => isSingle(word) && stems.includes(word.text);
    const plain = wordsOf(await printed(card, singleCharacters, { mode, copies })).filter(isOurs);
    const moved = wordsOf(await printed(card, singleCharacters, { mode, copies, calibration }));
    expect(plain.length).toBeGreaterThan(3 * 15);
    for (const { text, page, xMm, baselineMm } of plain) {
      const [x, y] = [xMm * 1.01, baselineMm * 0.995];
      const found = moved.find((it) => it.text === text && it.page === page);
      const [right, down] = [
        x * Math.cos(turn) - y * Math.sin(turn) + 2.5,
        x * Math.sin(turn) + y * Math.cos(turn) - 1.2 + (page - 1) * 0.7,
      ];
      expect(Math.abs((found?.xMm ?? 0) - right), text).toBeLessThan(TOLERANCE_MM);
      expect(Math.abs((found?.baselineMm ?? 0) - down), text).toBeLessThan(TOLERANCE_MM);
    }
  });

  it('at the same place in both modes', async () => {
    const full = wordsOf(await printed(card, input));
    for (const word of wordsOf(await printed(card, input, { mode: 'overprint' }))) {
      const twin = full.find(({ text, xMm }) => text === word.text && Math.abs(xMm - word.xMm) < 0.01);
      expect(twin?.baselineMm).toBeCloseTo(word.baselineMm, 2);
    }
  });
});
