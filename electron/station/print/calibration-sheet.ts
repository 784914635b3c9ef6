import type { Form } from '../../../shared/domain/form.ts';

/** The form that a printer is measured with, at the size of the smallest stock. */
export const calibrationSheetId = 'calibration-sheet';

/** The test sheet for a page of another size: the same words, rulers and crosses as far as its edges. */
export function sheetForPage(sheet: Form, page: Form['page']): Form {
  const boxes = sheet.boxes.map((box) => (box.kind === 'gauge' ? { ...box, w: page.widthMm, h: page.heightMm } : box));
  return { ...sheet, page, boxes };
}
