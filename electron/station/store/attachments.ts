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
