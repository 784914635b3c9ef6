import { z } from 'zod';
import { Instant, StationCode } from '../domain/records.ts';
import { SnapshotHeader } from './registry.ts';

const Hash = z.string().regex(/^[0-9a-f]{64}$/);

/** Whose records: the whole city's, or those a station reads. */
const CopyScope = z.union([z.literal('city'), StationCode]);

/**
 * A ready copy (现成副本): the register as a station's own tables hold it at one place of the feed, in a file the registry hands on byte for byte.
 * `schema` stands for the definitions of those tables, `scope` is whose copy it is; `sha256` and `bytes` are of the file, `counts` of the records in it.
 */
export const ReadyCopy = z.strictObject({
  format: z.literal('luohu-copy-1'),
  schema: Hash,
  scope: CopyScope,
  ...SnapshotHeader.pick({ cursor: true, mark: true, counts: true }).shape,
  madeAt: Instant,
  sha256: Hash,
  bytes: z.number().int().positive(),
});
export type ReadyCopy = z.infer<typeof ReadyCopy>;

/** The copies that fit the asking device and this feed, the newest first, what the device's scope is, and how long the feed is now. */
export const OfferedCopies = z.strictObject({
  scope: CopyScope,
  copies: z.array(ReadyCopy).max(20),
  head: z.number().int().min(0),
});
export type OfferedCopies = z.infer<typeof OfferedCopies>;

/** Names one copy in a path, and the first byte wanted of it. */
export const CopyPath = z.strictObject({ sha256: Hash });
export const CopyQuery = z.strictObject({ from: z.coerce.number().int().min(0).default(0) });

/** Endings of a ready copy's two files: what it is, and the copy itself, compressed (gzip). */
export const readyCopyEndings = { header: '.copy.json', content: '.copy.gz' } as const;
