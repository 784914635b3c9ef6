import type { Database } from './database.ts';

export interface Attachment {
  readonly attachmentId: string;
  readonly caseId: string;
  readonly materialId: string;
  readonly kind: 'image/png' | 'image/jpeg';
  readonly image: Uint8Array;
  readonly sha256: string;
  readonly takenAt: string;
}

/** Keeps a photograph of a material. */
export function addAttachment(database: Database, row: Attachment): void {
  database
    .prepare(
      `INSERT INTO attachments (attachment_id, case_id, material_id, kind, image, sha256, taken_at)
       VALUES (@attachmentId, @caseId, @materialId, @kind, @image, @sha256, @takenAt)`,
    )
    .run({ ...row, image: Buffer.from(row.image) });
}

/** The photograph, or null. */
export function findAttachment(
  database: Database,
  attachmentId: string,
): Pick<Attachment, 'image' | 'kind' | 'caseId'> | null {
  return (
    database
      .prepare<[string], Pick<Attachment, 'image' | 'kind' | 'caseId'>>(
        'SELECT image, kind, case_id AS caseId FROM attachments WHERE attachment_id = ?',
      )
      .get(attachmentId) ?? null
  );
}

/** The photographs of a case by their ids, each with its hash, oldest first. */
export function listAttachmentHashes(database: Database, caseId: string): { attachmentId: string; sha256: string }[] {
  const sql = `SELECT attachment_id AS attachmentId, sha256 FROM attachments WHERE case_id = ? ORDER BY taken_at, attachment_id`;
  return database.prepare<[string], { attachmentId: string; sha256: string }>(sql).all(caseId);
}
