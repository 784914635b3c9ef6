import { z } from 'zod';
import { SheetPlace } from '../domain/print-place.ts';
import { Instant, RecordId } from '../domain/records.ts';
import { Bytes } from './bytes.ts';
import { endpoint } from './endpoint.ts';
import { ErrorCode } from './errors.ts';
import { counterRoles } from './roles.ts';

/** Something to print for a case. `void`: a migration paper whose number is good no longer, or a paper of what was withdrawn after it was registered. `waiting`: proves a final state, so it waits for the registry's confirmation or a chief's release. */
export const DocumentRow = z.strictObject({
  documentId: RecordId,
  form: z.string(),
  title: z.strictObject({ zh: z.string(), en: z.string() }),
  /** For whom: the person's name, or empty. */
  subject: z.string(),
  state: z.enum(['waiting', 'ready', 'printed', 'void']),
  /** Whether the case stays open until it is printed; receipts and notices on demand are not. */
  isRequired: z.boolean(),
  copies: z.number().int(),
  /** How many copies the case needs. */
  copiesWanted: z.number().int(),
  /** Whether one more copy is only printed with a reason. */
  asksReason: z.boolean(),
  printedAt: Instant.nullable(),
});
export type DocumentRow = z.infer<typeof DocumentRow>;

/** One copy that went to a printer, as the case shows it. `outcome` null: nobody has said yet what became of the numbered sheet. */
export const PrintLine = z.strictObject({
  documentId: RecordId,
  title: z.strictObject({ zh: z.string(), en: z.string() }),
  subject: z.string(),
  copy: z.number().int(),
  printer: z.string(),
  by: z.string(),
  at: Instant,
  reason: z.string(),
  blankNumber: z.string().nullable(),
  outcome: z.enum(['good', 'spoiled', 'unused']).nullable(),
});
export type PrintLine = z.infer<typeof PrintLine>;

/** What became of one paper of a set. `asked`: it lies on a numbered sheet that somebody has to look at. */
export const PrintOutcome = z.strictObject({
  documentId: RecordId,
  title: z.strictObject({ zh: z.string(), en: z.string() }),
  subject: z.string(),
  outcome: z.enum(['printed', 'asked', 'failed', 'stopped']),
  printer: z.string().nullable(),
  failure: z.strictObject({ code: ErrorCode, details: z.record(z.string(), z.unknown()).optional() }).nullable(),
});
export type PrintOutcome = z.infer<typeof PrintOutcome>;

/** Why a paper that was handed out is printed once more; empty for the copies a case needs. */
const reason = z.string().trim().max(200).default('');

export const documentEndpoints = {
  /** The very PDF that would print, stamped 预览无效; an overprint over a picture of its stock. Any state. */
  'document.preview': endpoint({
    input: z.strictObject({ documentId: RecordId }),
    output: z.strictObject({ pdf: Bytes }),
    roles: counterRoles,
    audit: 'document.preview',
  }),
  /**
   * The final PDF, for which printer, tray and sides, and its copy number; counts nothing. DOCUMENT_WAITS while it waits, REASON_REQUIRED for a
   * copy more than the case needs, BLANK_UNDECIDED while a sheet printed before is not reported. `copiesLeft`: still needed after this one.
   */
  'document.issue': endpoint({
    input: z.strictObject({ documentId: RecordId, reason }),
    output: z.strictObject({
      pdf: Bytes,
      fileName: z.string(),
      copy: z.number().int(),
      copiesLeft: z.number().int(),
      place: SheetPlace,
      /** The numbered sheet that was reserved for it; null: plain paper. */
      blank: z.strictObject({ blankId: RecordId, number: z.string() }).nullable(),
    }),
    roles: counterRoles,
    audit: 'document.issue',
  }),
  /** The printer took it: counts the copy and closes the case when nothing is left. */
  'document.printed': endpoint({
    input: z.strictObject({ documentId: RecordId, copy: z.number().int(), printer: z.string().max(120), reason }),
    output: DocumentRow,
    roles: counterRoles,
    audit: 'document.printed',
  }),
  /** Adds a paper that is made on demand: notices, statements, letters, slips, and pages of the register about the case's person. */
  'document.add': endpoint({
    input: z.strictObject({
      caseId: RecordId,
      form: z.enum([
        'one-time-notice',
        'ineligible-notice',
        'voluntary-statement',
        'settlement-application',
        'entitlement-notice',
        'correction-refusal',
        'public-notice',
        'referral-slip',
        'reminder-letter',
        'handover-list',
        'resident-form',
        'resident-card-back',
      ]),
    }),
    output: DocumentRow,
    roles: counterRoles,
    audit: 'document.add',
  }),
  /** Issue, hand to the printer, count: one press. Carried out by main, which owns the printers. */
  'document.print': endpoint({
    input: z.strictObject({ documentId: RecordId, reason }),
    output: z.strictObject({ document: DocumentRow, printer: z.string() }),
    roles: counterRoles,
    audit: null,
    servedBy: 'main',
  }),
  /** The papers of a case that are ready and not all printed, in their order. */
  'document.listReady': endpoint({
    input: z.strictObject({ caseId: RecordId }),
    output: z.array(DocumentRow),
    roles: counterRoles,
    audit: 'document.list',
  }),
  /** Prints every paper of a case that is ready, one after another, each on its printer; one that fails is named and the others go on. */
  'document.printSet': endpoint({
    input: z.strictObject({ caseId: RecordId }),
    output: z.strictObject({ outcomes: z.array(PrintOutcome) }),
    roles: counterRoles,
    audit: null,
    servedBy: 'main',
  }),
  /** Stops a set after the paper that is being printed. */
  'document.stopSet': endpoint({
    input: z.strictObject({ caseId: RecordId }),
    output: z.strictObject({}),
    roles: counterRoles,
    audit: null,
    servedBy: 'main',
  }),
  /** Which copies of a case's papers were printed, where, by whom and why. */
  'document.printLog': endpoint({
    input: z.strictObject({ caseId: RecordId }),
    output: z.array(PrintLine),
    roles: counterRoles,
    audit: 'document.log',
  }),
} as const;
