import type { Drawing } from './drawing.ts';

/** Grey of what the stock carries: light enough that no value under it is mistaken for it, dark enough to read. */
const STOCK_GREY = 0.68;

/** What pre-printed stock already shows of a page, in light grey: the page's own form layer. */
export function stockPicture(page: readonly Drawing[]): Drawing[] {
  return page.flatMap((drawing) => (drawing.layer === 'form' ? faded(drawing) : []));
}

function faded(drawing: Drawing): Drawing[] {
  switch (drawing.kind) {
    case 'text':
    case 'line':
      return [{ ...drawing, grey: fade(drawing.grey) }];
    case 'rect': {
      const { fillGrey } = drawing;
      return [{ ...drawing, grey: fade(drawing.grey), fillGrey: fillGrey === undefined ? undefined : fade(fillGrey) }];
    }
    case 'qr':
    case 'image':
      // No stock carries a picture of its own case.
      return [];
  }
}

function fade(grey = 0): number {
  return STOCK_GREY + (1 - STOCK_GREY) * grey;
}
