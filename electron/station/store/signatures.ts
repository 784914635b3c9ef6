import type { Database } from './database.ts';

export interface StoredSignature {
  readonly contentHash: string;
  readonly png: string;
  readonly signedAt: string;
}

/** Keeps what the applicant signed, bound to the hash of the content shown; a newer signature replaces the older. */
export function putSignature(database: Database, caseId: string, signature: StoredSignature): void {
  database
    .prepare(
      `INSERT INTO signatures (case_id, content_hash, png, signed_at) VALUES (@caseId, @contentHash, @png, @signedAt)
       ON CONFLICT (case_id) DO UPDATE SET content_hash = excluded.content_hash, png = excluded.png, signed_at = excluded.signed_at`,
    )
    .run({ caseId, ...signature });
}

/** The signature of a case, or null. */
export function findSignature(database: Database, caseId: string): StoredSignature | null {
  return (
    database
      .prepare<[string], StoredSignature>(
        'SELECT content_hash AS contentHash, png, signed_at AS signedAt FROM signatures WHERE case_id = ?',
      )
      .get(caseId) ?? null
  );
}
