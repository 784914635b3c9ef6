import { z } from 'zod';

/**
 * A form file: one printed paper as data. Lengths are millimetres from the top-left corner of the sheet, type sizes are
 * points, angles are degrees. Loading, checking and drawing live in the station's print folder.
 */

const Id = z.string().regex(/^[a-z][a-z0-9-]*$/, 'lower-case words joined by hyphens');
const Day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'YYYY-MM-DD');
const Length = z.number().min(0).max(2000);
const Offset = z.number().min(-2000).max(2000);
const Named = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

/**
 * `song` 宋体 for text and values, `song-bold` for titles, `hei` 黑体 for labels that must be read from afar, `fang` 仿宋 for
 * official papers: the system's own, 宋体 where it has none.
 */
export const FormFont = z.enum(['song', 'song-bold', 'hei', 'fang']);
export type FormFont = z.infer<typeof FormFont>;

/** `form` is what pre-printed stock carries already; `value` is what an overprint adds to it. */
export const FormLayer = z.enum(['form', 'value']);
export type FormLayer = z.infer<typeof FormLayer>;

/** What a field of the input holds. `date` is YYYY-MM-DD, `instant` ISO UTC, `image` a data URI or bytes (JPEG, PNG). */
export const FormField = z.strictObject({
  zh: z.string().min(1),
  en: z.string().min(1),
  type: z.enum(['text', 'date', 'instant', 'integer', 'list', 'image']).default('text'),
  required: z.boolean().default(false),
  /** A regular expression the whole text has to match, for what must never print otherwise (a masked number). */
  pattern: z.string().optional(),
  maxItems: z.number().int().positive().optional(),
});
export type FormField = z.infer<typeof FormField>;

/** How a value becomes printed words; `year`, `month` and `day` fill the gaps of a pre-printed date. */
export const ValueFormat = z.enum(['plain', 'date', 'year', 'month', 'day', 'instant']);
export type ValueFormat = z.infer<typeof ValueFormat>;

/**
 * How text sits in its box. `wrap`: `never` only shrinks, `last` shrinks to `shrinkToPt` before it breaks lines, `first`
 * breaks lines before it shrinks. Text that fits in none of these ways is a problem; it is never cut.
 */
export const TextStyle = z.strictObject({
  font: FormFont.optional(),
  sizePt: z.number().min(4).max(120).optional(),
  shrinkToPt: z.number().min(4).max(120).optional(),
  align: z.enum(['left', 'center', 'right', 'justify', 'distribute']).optional(),
  valign: z.enum(['top', 'middle', 'bottom']).optional(),
  wrap: z.enum(['never', 'last', 'first']).optional(),
  letterSpacingPt: z.number().min(0).max(60).optional(),
  lineHeight: z.number().min(1).max(4).optional(),
  paddingMm: Length.optional(),
  indentEm: z.number().min(0).max(10).optional(),
  grey: z.number().min(0).max(1).optional(),
});
export type TextStyle = z.infer<typeof TextStyle>;

const styled = { style: z.string().optional(), ...TextStyle.shape };
const placed = {
  id: Id,
  x: Offset,
  y: Offset,
  w: Length,
  h: Length,
  layer: FormLayer.optional(),
  /** Which pages of a flowing form carry the box. */
  on: z.enum(['first', 'following', 'every', 'last']).default('first'),
  /** Drawn only when this field has a value. */
  when: z.string().optional(),
};
const stroke = { strokeMm: z.number().min(0.05).max(5).default(0.2), dashMm: Length.optional() };

/** Fixed words; `{$page}`, `{$pages}` and `{$copy}` stand for page number, page count and the copy's name. */
export const TextBox = z.strictObject({ kind: z.literal('text'), ...placed, ...styled, text: z.string() });
export const ValueBox = z.strictObject({
  kind: z.literal('value'),
  ...placed,
  ...styled,
  field: z.string(),
  format: ValueFormat.default('plain'),
});
/** Words with `{field}` or `{field|format}` in them; line feeds of the text start a new paragraph. */
export const ParagraphBox = z.strictObject({ kind: z.literal('paragraph'), ...placed, ...styled, text: z.string() });
/** From (x, y) to (x + w, y + h). */
export const LineBox = z.strictObject({ kind: z.literal('line'), ...placed, ...stroke });
/** A frame; `innerMm` draws a second, thin frame that far inside the first. */
export const RectBox = z.strictObject({
  kind: z.literal('rect'),
  ...placed,
  ...stroke,
  innerMm: Length.optional(),
  fillGrey: z.number().min(0).max(1).optional(),
});
export const PhotoBox = z.strictObject({
  kind: z.literal('photo'),
  ...placed,
  field: z.string(),
  frame: z.boolean().default(true),
});
/**
 * A QR code of a text field, drawn as exact squares: the largest that stands in the middle of the box together with its
 * quiet zone, so that nothing else may reach into the box. Modules under 0.25 mm are a problem, not a print. Its text also
 * stands among the keywords of the PDF.
 */
export const QrBox = z.strictObject({
  kind: z.literal('qr'),
  ...placed,
  field: z.string(),
  /** How much of the code may be lost: about 7, 15, 25 or 30 %. */
  ecc: z.enum(['L', 'M', 'Q', 'H']).default('M'),
  /** Modules of blank paper on each side; ISO/IEC 18004 asks for four. */
  quietModules: z.number().int().min(2).max(10).default(4),
});
/**
 * What a printer is measured with: rulers in millimetres along the left and the top edge of the box, and the crosses of
 * `shared/domain/test-sheet.ts` for a page as large as the box.
 */
export const GaugeBox = z.strictObject({ kind: z.literal('gauge'), ...placed });
/** A label with a line after it to sign on. */
export const SignatureBox = z.strictObject({ kind: z.literal('signature'), ...placed, ...styled, label: z.string() });

const GridCell = z.strictObject({
  w: Length,
  text: z.string().optional(),
  field: z.string().optional(),
  format: ValueFormat.default('plain'),
  ...styled,
});
/** Ruled rows of label and value cells; each row's cells fill the whole width. Becomes text, value, line and rect boxes. */
export const GridBox = z.strictObject({
  kind: z.literal('grid'),
  ...placed,
  h: Length.default(0),
  ...stroke,
  frameMm: z.number().min(0.05).max(5).default(0.35),
  labelStyle: z.string().optional(),
  valueStyle: z.string().optional(),
  rows: z.array(z.strictObject({ h: Length, cells: z.array(GridCell).min(1) })).min(1),
});

const TableColumn = z.strictObject({
  /** A field of the list's rows, or `$row` for the running number. */
  field: z.string(),
  header: z.string(),
  w: Length,
  format: ValueFormat.default('plain'),
  ...styled,
});
const tableShape = {
  field: z.string(),
  columns: z.array(TableColumn).min(1),
  headerMm: Length.default(8),
  rowMm: Length.default(8),
  /** Empty ruled rows are added up to this many, as on a paper that can be filled in by hand. */
  minRows: z.number().int().min(0).default(0),
  headerStyle: z.string().optional(),
  rowStyle: z.string().optional(),
  frameMm: z.number().min(0.05).max(5).default(0.35),
  ...stroke,
};
/** A table inside a fixed box; rows that do not fit are a problem. */
export const TableBox = z.strictObject({ kind: z.literal('table'), ...placed, ...tableShape });

export const FormBox = z.discriminatedUnion('kind', [
  TextBox,
  ValueBox,
  ParagraphBox,
  LineBox,
  RectBox,
  PhotoBox,
  QrBox,
  GaugeBox,
  SignatureBox,
  GridBox,
  TableBox,
]);
export type FormBox = z.infer<typeof FormBox>;

const block = { id: Id, when: z.string().optional(), gapMm: Length.default(0) };
/** Blocks stand one under another and go on to the next page; `gapMm` is the space before a block. */
export const FlowBlock = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('paragraph'),
    ...block,
    ...styled,
    text: z.string(),
    /** Never parted from the beginning of the next block: a heading, the last words before the signatures. */
    keepWithNext: z.boolean().default(false),
  }),
  /** One paragraph for each row of a list; `{.name}` is a field of the row, `{$row}` its number. */
  z.strictObject({ kind: z.literal('items'), ...block, ...styled, field: z.string(), text: z.string() }),
  z.strictObject({ kind: z.literal('table'), ...block, ...tableShape }),
  /** Vertical bars from a list; `label` and `value` are fields of its rows. */
  z.strictObject({
    kind: z.literal('bar-chart'),
    ...block,
    h: Length,
    field: z.string(),
    label: z.string(),
    labelFormat: ValueFormat.default('plain'),
    value: z.string(),
    unit: z.string().default(''),
  }),
  /** Fixed boxes moved together, measured from the block's own top-left corner; never split over two pages. */
  z.strictObject({
    kind: z.literal('panel'),
    ...block,
    h: Length,
    boxes: z.array(FormBox).min(1),
    atBottom: z.boolean().default(false),
  }),
]);
export type FlowBlock = z.infer<typeof FlowBlock>;

const Region = z.strictObject({ x: Length, y: Length, w: Length, h: Length });

export const Form = z.strictObject({
  id: Id,
  version: z.number().int().positive(),
  inForceFrom: Day,
  name: Named,
  /** Whether the layout follows a published model, and which. */
  source: z.strictObject({ kind: z.enum(['sourced', 'unsourced']), note: z.string().min(1) }),
  page: z.strictObject({ widthMm: Length, heightMm: Length }),
  style: TextStyle.default({}),
  styles: z.record(z.string(), TextStyle).default({}),
  /** The input the form takes: path → field. `a.b` is a field of an object, `a[].b` a field of a list's rows. */
  fields: z.record(z.string().regex(/^[a-z]\w*(\[\])?(\.[a-z]\w*(\[\])?)*$/i), FormField),
  boxes: z.array(FormBox).default([]),
  flow: z.strictObject({ first: Region, following: Region.optional(), blocks: z.array(FlowBlock).min(1) }).optional(),
});
export type Form = z.infer<typeof Form>;

/** One value of a form's input, as JSON carries it (an image may also be bytes). */
export type FormValue = string | number | boolean | null | Uint8Array | FormInput | readonly FormInput[];
export interface FormInput {
  readonly [key: string]: FormValue | undefined;
}

/**
 * How pages are shifted, stretched and turned before they go to one printer and tray, so that the ink lands where the form
 * says: the opposite of what that printer does to a page, fitted to the test sheet. Applied to the whole page about the
 * paper's top-left corner; positive `rotationDeg` turns clockwise. `feedPitchMm` moves each further page of a print run
 * down once more, against a feed that drifts from sheet to sheet.
 */
export const PrintCalibration = z.strictObject({
  offsetXmm: z.number().min(-50).max(50).default(0),
  offsetYmm: z.number().min(-50).max(50).default(0),
  scaleX: z.number().min(0.9).max(1.1).default(1),
  scaleY: z.number().min(0.9).max(1.1).default(1),
  rotationDeg: z.number().min(-5).max(5).default(0),
  feedPitchMm: z.number().min(-10).max(10).default(0),
});
export type PrintCalibration = z.infer<typeof PrintCalibration>;

/** `full` draws everything on blank paper, `overprint` (套打) only the values, onto pre-printed stock. */
export const PrintMode = z.enum(['full', 'overprint']);
export type PrintMode = z.infer<typeof PrintMode>;
