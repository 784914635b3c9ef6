import type { FormLayer } from '../../../shared/domain/form.ts';
import type { FontFace } from './font-face.ts';

/** One mark on a page, in millimetres from the paper's top-left corner: what the layout hands to the PDF writer. */
export type Drawing = TextDrawing | LineDrawing | RectDrawing | ImageDrawing | QrDrawing;

/** Every drawing knows its layer (an overprint leaves `form` out) and the box it comes from. */
interface Drawn {
  readonly layer: FormLayer;
  readonly boxId: string;
}
export interface TextDrawing extends Drawn {
  readonly kind: 'text';
  readonly text: string;
  readonly face: FontFace;
  readonly xMm: number;
  readonly baselineMm: number;
  readonly sizePt: number;
  readonly spacingPt: number;
  readonly grey: number;
}
export interface LineDrawing extends Drawn {
  readonly kind: 'line';
  readonly fromXmm: number;
  readonly fromYmm: number;
  readonly toXmm: number;
  readonly toYmm: number;
  readonly strokeMm: number;
  readonly grey?: number | undefined;
  readonly dashMm?: number | undefined;
}
export interface RectDrawing extends Drawn {
  readonly kind: 'rect';
  readonly xMm: number;
  readonly yMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
  readonly strokeMm?: number | undefined;
  readonly grey?: number | undefined;
  readonly dashMm?: number | undefined;
  readonly fillGrey?: number | undefined;
}
export interface ImageDrawing extends Drawn {
  readonly kind: 'image';
  readonly xMm: number;
  readonly yMm: number;
  readonly widthMm: number;
  readonly heightMm: number;
  readonly bytes: Uint8Array;
}

/** The dark modules of a QR code; (xMm, yMm) is the symbol's own corner, inside the quiet zone. */
export interface QrDrawing extends Drawn {
  readonly kind: 'qr';
  readonly xMm: number;
  readonly yMm: number;
  readonly moduleMm: number;
  readonly rows: readonly (readonly boolean[])[];
  readonly text: string;
}

/** A rectangle of the page. */
export interface Area {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}
