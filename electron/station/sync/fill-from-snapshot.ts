import { type Answer, done, fail } from '../../../shared/contract/errors.ts';
import { claimOf, type VersionedRecord } from '../../../shared/domain/register-records.ts';
import type { Database } from '../store/database.ts';
import { holdRecord } from '../store/held-records.ts';
import { addRecord, listProvisionalRecords } from '../store/records.ts';
import { buildPersonSearch } from './build-person-search.ts';
import { type Between, beginFill, betweenOf, type FillOptions, finishFill, makeIndexes } from './fill.ts';
import { FillBroken } from './fill-broken.ts';
import { inSlices } from './in-slices.ts';
import type { RegistryClient } from './registry-client.ts';
import type { SnapshotStream } from './snapshot-stream.ts';

/**
 * Fills the copy from the registry's snapshot: empties it, writes the records, builds the indexes, and only then, with the cursor,
 * calls it whole. Killed or cut off before that it counts for nothing and starts again. Registrations of this computer that still
 * wait stay as they are.
 */
export async function fillFromSnapshot(
  database: Database,
  client: Pick<RegistryClient, 'snapshot'>,
  options: FillOptions,
): Promise<Answer<null>> {
  const opened = await client.snapshot();
  if (!opened.ok) return opened;
  const indexes = beginFill(database);
  try {
    const { header } = opened.value;
    const total = Object.values(header.counts).reduce((sum, count) => sum + count, 0) + (header.counts.person ?? 0);
    const between = betweenOf(total, options);
    if (!(await writeRecords(database, opened.value, between))) return fail('REGISTRY_NONSENSE');
    await makeIndexes(database, indexes, between);
    await buildPersonSearch(database, between.advance, between.pause);
    finishFill(database, header);
    return done(null);
  } catch (error) {
    if (error instanceof FillBroken) return { ok: false, error: error.failure };
    throw error;
  }
}

/** Writes all batches; false when there are not as many records as the header promised. */
async function writeRecords(
  database: Database,
  { header, batches }: SnapshotStream,
  { advance, pause }: Between,
): Promise<boolean> {
  // The unique indexes are gone: a record that claims what a provisional one has is told apart here.
  const claimed = new Set(listProvisionalRecords(database).map(claimOf));
  claimed.delete(null);
  const counts: Record<string, number> = {};
  const write = (record: VersionedRecord) => {
    counts[record.kind] = (counts[record.kind] ?? 0) + 1;
    if (claimed.size > 0 && claimed.has(claimOf(record))) holdRecord(database, record);
    else addRecord(database, record);
  };
  for await (const batch of batches) {
    await inSlices(database, batch, write, pause);
    advance(batch.length);
  }
  return Object.entries(header.counts).every(([kind, count]) => (counts[kind] ?? 0) === count);
}
