import type { VersionedRecord } from '../shared/domain/register-records.ts';
import type { RegistryDatabase } from './store/database.ts';
import { addRecords, type HeldRecord, hasNoRecords } from './store/records.ts';

const recordsPerInsert = 5000;

/** The station a record belongs to; households must have come before their memberships. */
function stationOf(record: VersionedRecord, stations: ReadonlyMap<string, string>): string | null {
  switch (record.kind) {
    case 'address':
    case 'household':
    case 'residence':
    case 'permit':
    case 'migration-paper':
    case 'certificate':
    case 'blank':
      return record.data.stationCode;
    case 'person':
      return null;
    case 'membership': {
      const station = stations.get(record.data.householdId);
      if (station === undefined) throw new Error('a membership came before its household');
      return station;
    }
  }
}

/**
 * Fills an empty registry with records (addresses, persons, households, memberships, in this order), all or none; they count as
 * version 1 at least. A registry that has records is left alone. Answers how many were put in.
 */
export async function fillWithTown(database: RegistryDatabase, town: Iterable<VersionedRecord>): Promise<number> {
  if (!(await hasNoRecords(database))) return 0;
  return database.transaction(async (transaction) => {
    const stations = new Map<string, string>();
    let batch: HeldRecord[] = [];
    let total = 0;
    const flush = async () => {
      if (batch.length > 0) await addRecords(transaction, batch);
      total += batch.length;
      batch = [];
    };
    for (const given of town) {
      const record = { ...given, version: Math.max(1, given.version) };
      if (record.kind === 'household') stations.set(record.id, record.data.stationCode);
      batch.push({ record, stationCode: stationOf(record, stations), eventId: null });
      if (batch.length === recordsPerInsert) await flush();
    }
    await flush();
    return total;
  });
}
