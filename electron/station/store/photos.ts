import { createHash } from 'node:crypto';
import type { Database } from './database.ts';
import { statement } from './statements.ts';

/** A photograph of a person as it was taken or handed in. */
interface Photo {
  readonly mime: 'image/jpeg' | 'image/png';
  readonly bytes: Uint8Array;
}

/** Keeps a photograph and answers its id, the SHA-256 of its bytes; one that is kept already stays as it is. */
export function addPhoto(database: Database, { mime, bytes }: Photo, addedAt: string): string {
  const photoId = createHash('sha256').update(bytes).digest('hex');
  statement(database, 'INSERT OR IGNORE INTO photos (sha256, mime, bytes, added_at) VALUES (?, ?, ?, ?)').run(
    photoId,
    mime,
    Buffer.from(bytes),
    addedAt,
  );
  return photoId;
}

/** The photograph, or null: it was taken at another computer. */
export function findPhoto(database: Database, photoId: string): Photo | null {
  const sql = 'SELECT mime, bytes FROM photos WHERE sha256 = ?';
  const found = statement<[string], Photo>(database, sql).get(photoId);
  return found ? { mime: found.mime, bytes: new Uint8Array(found.bytes) } : null;
}

/** The bytes of somebody's photograph for the photo box of a paper; undefined where there is none here. */
export function photoOf(database: Database, { photoId }: { readonly photoId: string | null }): Uint8Array | undefined {
  return photoId === null ? undefined : findPhoto(database, photoId)?.bytes;
}
