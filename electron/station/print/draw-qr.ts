import encodeQR from 'qr';
import type { FormBox } from '../../../shared/domain/form.ts';
import type { Area, QrDrawing } from './drawing.ts';
import { readValue } from './read-value.ts';
import type { Sheet } from './sheet.ts';

type QrBox = Extract<FormBox, { kind: 'qr' }>;

const levels = { L: 'low', M: 'medium', Q: 'quartile', H: 'high' } as const;

/** Under this a telephone does not read the code from a laser print, nor a print keep it. */
const smallestModuleMm = 0.25;

/** Draws the text of a field as a QR code; a code that would be too fine is noted as a value that does not fit. */
export function drawQr(box: QrBox, area: Area, sheet: Sheet): QrDrawing[] {
  const text = readValue(sheet.input, box.field);
  if (typeof text !== 'string' || text === '') return [];
  const rows = modulesOf(text, box.ecc);
  const moduleMm = Math.min(area.w, area.h) / ((rows?.length ?? Number.NaN) + 2 * box.quietModules);
  if (!rows || moduleMm < smallestModuleMm) {
    sheet.problems.tooLong.add(box.field);
    return [];
  }
  const sideMm = rows.length * moduleMm;
  const place = { xMm: area.x + (area.w - sideMm) / 2, yMm: area.y + (area.h - sideMm) / 2, moduleMm };
  return [{ kind: 'qr', layer: box.layer ?? 'value', boxId: box.id, ...place, rows, text }];
}

/** The code's modules without a border, row by row; null when no QR code holds so long a text. */
function modulesOf(text: string, ecc: QrBox['ecc']): boolean[][] | null {
  try {
    const framed = encodeQR(text, 'raw', { ecc: levels[ecc], border: 1 });
    return framed.slice(1, -1).map((row) => row.slice(1, -1));
  } catch {
    // The encoder has no other way to say that version 40 is too small.
    return null;
  }
}
