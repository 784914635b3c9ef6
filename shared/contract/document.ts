import { z } from 'zod';
import { Instant, RecordId } from '../domain/records.ts';
import { Bytes } from './bytes.ts';
import { endpoint } from './endpoint.ts';
import { counterRoles } from './roles.ts';

/** Something to print for a case. `waiting`: proves a final state, so it waits for the registry's confirmation or a chief's release. */
export const DocumentRow = z.strictObject({
  documentId: RecordId,
  form: z.string(),
  title: z.strictObject({ zh: z.string(), en: z.string() }),
  /** For whom: the person's name, or empty. */
  subject: z.string(),
  state: z.enum(['waiting', 'ready', 'printed']),
  /** Whether the case stays open until it is printed; receipts and notices on demand are not. */
  isRequired: z.boolean(),
  copies: z.number().int(),
  printedAt: Instant.nullable(),
});
export type DocumentRow = z.infer<typeof DocumentRow>;

export const documentEndpoints = {
  /** The very PDF that would print, stamped 预览无效. Any state. */
  'document.preview': endpoint({
    input: z.strictObject({ documentId: RecordId }),
    output: z.strictObject({ pdf: Bytes }),
    roles: counterRoles,
    audit: 'document.preview',
  }),
  /** The final PDF and its copy number; refused with DOCUMENT_WAITS while it waits. Counts nothing. */
  'document.issue': endpoint({
    input: z.strictObject({ documentId: RecordId }),
    output: z.strictObject({ pdf: Bytes, fileName: z.string(), copy: z.number().int() }),
    roles: counterRoles,
    audit: 'document.issue',
  }),
  /** The printer took it: counts the copy and closes the case when nothing is left. */
  'document.printed': endpoint({
    input: z.strictObject({ documentId: RecordId, copy: z.number().int(), printer: z.string().max(120) }),
    output: DocumentRow,
    roles: counterRoles,
    audit: 'document.printed',
  }),
  /** Adds a paper that is made on demand: the one-time notice or the notice of refusal. */
  'document.add': endpoint({
    input: z.strictObject({
      caseId: RecordId,
      form: z.enum(['one-time-notice', 'ineligible-notice', 'voluntary-statement', 'settlement-application']),
    }),
    output: DocumentRow,
    roles: counterRoles,
    audit: 'document.add',
  }),
  /** Issue, hand to the printer, count: one press. Carried out by main, which owns the printers. */
  'document.print': endpoint({
    input: z.strictObject({ documentId: RecordId }),
    output: z.strictObject({ document: DocumentRow, printer: z.string() }),
    roles: counterRoles,
    audit: null,
    servedBy: 'main',
  }),
} as const;
