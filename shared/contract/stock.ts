import { z } from 'zod';
import { Blank } from '../domain/paper-records.ts';
import { Instant, RecordId } from '../domain/records.ts';
import { DocumentRow } from './document.ts';
import { endpoint } from './endpoint.ts';
import { counterRoles, officers } from './roles.ts';
import { Bilingual } from './verdict.ts';

const form = z.string().regex(/^[a-z][a-z0-9-]{0,59}$/);
/** Letters and digits as they stand on the sheet: `吉00123401`. */
const sheetNumber = z.string().trim().min(1).max(30);

/** The stock of one form: what is there now, and what the day took. */
export const StockRow = z.strictObject({
  form,
  title: Bilingual,
  /** In stock now, the reserved ones included. */
  left: z.number().int(),
  reserved: z.number().int(),
  usedToday: z.number().int(),
  spoiledToday: z.number().int(),
  /** Number of the sheet that lies on top; null when there is none. */
  nextNumber: z.string().nullable(),
});
export type StockRow = z.infer<typeof StockRow>;

/** A numbered sheet that was reserved for a paper, and nobody has said yet what became of it. */
export const BlankQuestion = z.strictObject({
  blankId: RecordId,
  number: z.string(),
  documentId: RecordId,
  caseId: RecordId,
  title: Bilingual,
  subject: z.string(),
  copy: z.number().int(),
  reason: z.string(),
  at: Instant,
});
export type BlankQuestion = z.infer<typeof BlankQuestion>;

/** A change of the stock that the registry did not take, and why. */
export const RefusedStock = z.strictObject({
  eventId: RecordId,
  act: z.string(),
  form: z.string(),
  firstNumber: z.string(),
  lastNumber: z.string(),
  reason: z.string(),
});
export type RefusedStock = z.infer<typeof RefusedStock>;

/** `good`: it bears the paper. `spoiled`: it is void and accounted for. `unused`: nothing came on it, it goes back into stock. */
export const BlankOutcome = z.enum(['good', 'spoiled', 'unused']);
export type BlankOutcome = z.infer<typeof BlankOutcome>;

export const stockEndpoints = {
  /** Every form that is numbered stock, as the day stands, and what the registry refused. */
  'stock.list': endpoint({
    input: z.strictObject({}),
    output: z.strictObject({ rows: z.array(StockRow), refused: z.array(RefusedStock) }),
    roles: counterRoles,
    audit: null,
  }),
  /** The station's blanks of a form in one state, in the order of their numbers. */
  'stock.blanks': endpoint({
    input: z.strictObject({ form, status: Blank.shape.status, limit: z.number().int().min(1).max(500).default(200) }),
    output: z.array(Blank),
    roles: counterRoles,
    audit: null,
  }),
  /** Takes a range of numbers into stock, at most a hundred at once. CHANGE_REFUSED when a number of the print year was taken in before. */
  'stock.takeIn': endpoint({
    input: z.strictObject({
      form,
      printYear: z.number().int().min(1990).max(2150),
      first: sheetNumber,
      last: sheetNumber,
    }),
    output: z.strictObject({ count: z.number().int() }),
    roles: officers,
    audit: 'stock.take-in',
  }),
  /** A sheet in stock was spoiled before anything was printed on it. */
  'stock.spoil': endpoint({
    input: z.strictObject({ blankId: RecordId, reason: z.string().trim().min(1).max(200) }),
    output: z.strictObject({}),
    roles: officers,
    audit: 'stock.spoil',
  }),
  /** Sheets that were reserved for a paper and not yet reported good or spoiled; also those from before a crash. */
  'stock.questions': endpoint({
    input: z.strictObject({}),
    output: z.array(BlankQuestion),
    roles: counterRoles,
    audit: 'stock.questions',
  }),
  /** What became of a reserved sheet. A good one counts as a printed copy; the paper of a spoiled one is to be printed on the next. */
  'stock.decide': endpoint({
    input: z.strictObject({ blankId: RecordId, outcome: BlankOutcome }),
    output: z.strictObject({ document: DocumentRow, reason: z.string() }),
    roles: counterRoles,
    audit: 'stock.decide',
  }),
  /** Compares the sheets in the drawer with the stock; the count stands in the audit log. */
  'stock.check': endpoint({
    input: z.strictObject({ form, counted: z.number().int().min(0).max(100_000) }),
    output: z.strictObject({ expected: z.number().int(), counted: z.number().int() }),
    roles: officers,
    audit: 'stock.check',
  }),
  /** Gives up a change of the stock that the registry refused: what the registry holds stands again. */
  'stock.giveUp': endpoint({
    input: z.strictObject({ eventId: RecordId }),
    output: z.strictObject({}),
    roles: officers,
    audit: 'stock.give-up',
  }),
} as const;
