import { z } from 'zod';
import { Day, RecordId, StationCode } from './records.ts';

/** Most persons on one migration paper (M94). */
export const migrationPaperLimit = 4;

/** Someone named on a migration paper; `personId` null where this register does not hold them. */
export const PaperHolder = z.strictObject({
  personId: RecordId.nullable(),
  name: z.string().min(1).max(50),
  citizenId: z.string().max(18),
  /** Relation to the first holder, GB/T 4761; `02` for the first. */
  relation: z.string().regex(/^\d{2}$/),
});
export type PaperHolder = z.infer<typeof PaperHolder>;

/** A 准予迁入证明 (`move-in-permit`) or 户口迁移证 (`migration-certificate`). Out of force after `validUntil`, by the day and not by a flag. */
export const MigrationPaper = z.strictObject({
  paperId: RecordId,
  kind: z.enum(['move-in-permit', 'migration-certificate']),
  number: z.string().min(1).max(30),
  printYear: z.number().int().min(1990).max(2150),
  stationCode: StationCode,
  issuedOn: Day,
  validUntil: Day,
  holders: z.array(PaperHolder).min(1).max(migrationPaperLimit),
  fromAddress: z.string().max(120),
  toAddress: z.string().max(120),
  /** The registration authority at the other end, in words. */
  otherAuthority: z.string().max(60),
  reason: z.string().max(60),
  status: z.enum(['issued', 'used', 'void']),
  endReason: z.string().max(60).nullable(),
  replacesId: RecordId.nullable(),
});
export type MigrationPaper = z.infer<typeof MigrationPaper>;

/** A certificate from the register (户籍类证明) with its stub, P21: only the permitted kinds (ids of the pack). */
export const Certificate = z.strictObject({
  certificateId: RecordId,
  number: z.string().min(1).max(30),
  kind: z.string().min(1).max(60),
  personId: RecordId,
  stationCode: StationCode,
  issuedOn: Day,
  body: z.string().max(600),
  purpose: z.string().max(120),
  recipient: z.string().max(80),
  status: z.enum(['issued', 'void']),
  endReason: z.string().max(60).nullable(),
});
export type Certificate = z.infer<typeof Certificate>;

/** A numbered pre-printed blank (空白证件). A number of a print year is used once. */
export const Blank = z.strictObject({
  blankId: RecordId,
  stationCode: StationCode,
  /** Form file it is stock for. */
  form: z.string().min(1).max(60),
  printYear: z.number().int().min(1990).max(2150),
  number: z.string().min(1).max(30),
  status: z.enum(['stocked', 'reserved', 'used', 'spoiled']),
  /** Document it was reserved for or used by. */
  documentId: RecordId.nullable(),
  changedOn: Day,
});
export type Blank = z.infer<typeof Blank>;
