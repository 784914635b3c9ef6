import type { CrossReading } from '../../../../shared/domain/calibration.ts';
import type { Cross } from '../../../../shared/domain/test-sheet.ts';

/** What stands in the boxes, by `fieldName`. */
export type Typed = Readonly<Record<string, string>>;

/** Sheets of a run on a printer that feeds continuously; the last one tells how far it drifts. */
export const continuousSheets = 3;
/** Three tell which of them is mistyped. */
export const laterCrosses: readonly number[] = [1, 2, 3];

export function fieldName(sheet: number, cross: number, axis: 'x' | 'y'): string {
  return `${sheet}-${cross}-${axis}`;
}

/** Millimetres with at most one decimal, whichever point the input method writes; null for anything else. */
export function millimetresOf(text: string): number | null {
  const plain = text.trim().normalize('NFKC').replaceAll(/[,。]/g, '.');
  return /^\d{1,3}(\.\d)?$/.test(plain) ? Number(plain) : null;
}

/** Whether a box holds something that is no reading. */
export function isMalformed(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '' && millimetresOf(text) === null;
}

/** The readings in the boxes; what is empty or malformed was not read. */
export function readingsOf(crosses: readonly Cross[], typed: Typed, isContinuous: boolean): CrossReading[] {
  const read = (sheet: number, cross: number, axis: 'x' | 'y') =>
    millimetresOf(typed[fieldName(sheet, cross, axis)] ?? '');
  const first = crosses.map(({ number }) => ({
    cross: number,
    sheet: 1,
    xMm: read(1, number, 'x'),
    yMm: read(1, number, 'y'),
  }));
  const last = laterCrosses.map((cross) => ({
    cross,
    sheet: continuousSheets,
    xMm: null,
    yMm: read(continuousSheets, cross, 'y'),
  }));
  return [...first, ...(isContinuous ? last : [])];
}
