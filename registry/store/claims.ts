import type { VersionedRecord } from '../../shared/domain/records.ts';

/**
 * What no two records may hold at a time, as the column `claim` of migration 0001 works it out; null when the record claims nothing.
 * L58 §6: one person, one place.
 */
export function claimOf(record: VersionedRecord): string | null {
  switch (record.kind) {
    case 'person':
      return `citizen:${record.data.citizenId}`;
    case 'household':
      return `number:${record.data.stationCode}:${record.data.number}`;
    case 'membership':
      return record.data.untilOn === null ? `place:${record.data.personId}` : null;
    case 'address':
      return null;
  }
}
