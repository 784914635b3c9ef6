import { z } from 'zod';
import { MigrationPaper } from '../domain/paper-records.ts';
import { RecordId } from '../domain/records.ts';
import { CaseView } from './case.ts';
import { endpoint } from './endpoint.ts';
import { chiefOnly, counterRoles } from './roles.ts';

/** A 准予迁入证明 or 户口迁移证 of a case as it stands. */
export const CasePaper = z.strictObject({
  documentId: RecordId,
  paper: MigrationPaper,
  /** In force, so that it can be amended. */
  isAmendable: z.boolean(),
  /** What the other side is told of the paper that replaces another one, in Chinese, as it is sent; null: it replaces none. */
  notice: z.string().nullable(),
});
export type CasePaper = z.infer<typeof CasePaper>;

/** The paper's words as they should read; what is right already is sent unchanged. */
export const Correction = z.strictObject({
  fromAddress: z.string().trim().min(1).max(120),
  toAddress: z.string().trim().min(1).max(120),
  otherAuthority: z.string().trim().max(60),
  reason: z.string().trim().min(1).max(60),
  names: z.array(z.string().trim().min(1).max(50)).min(1).max(4),
});
export type Correction = z.infer<typeof Correction>;

export const amendEndpoints = {
  'paper.listOfCase': endpoint({
    input: z.strictObject({ caseId: RecordId }),
    output: z.array(CasePaper),
    roles: counterRoles,
    audit: 'paper.list',
  }),
  /**
   * Makes the paper's number void and a new paper in its place, without starting the case anew; the case opens again until the new paper and
   * the correction slip are printed. CHANGE_REFUSED says why where it can't be.
   */
  'paper.amend': endpoint({
    input: z.strictObject({ documentId: RecordId, corrected: Correction, why: z.string().trim().min(1).max(50) }),
    output: z.strictObject({ view: CaseView, notice: z.string() }),
    roles: chiefOnly,
    audit: 'paper.amend',
  }),
} as const;
