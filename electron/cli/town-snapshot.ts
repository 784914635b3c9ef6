import { createHash } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import type { SnapshotHeader } from '../../shared/contract/registry.ts';
import type { VersionedRecord } from '../../shared/domain/register-records.ts';
import { countTown, makeTown, type TownRequest } from '../../shared/town/town.ts';
import { townInstant } from '../../shared/town/town-day.ts';

/** Text kept before it is written. */
const chunkCharacters = 1_000_000;

/** Writes a town as a snapshot file: the header, then one record a line. */
export class TownSnapshot {
  readonly counts: Readonly<Record<string, number>>;
  private readonly request: TownRequest;
  private readonly file: string;
  private readonly hash = createHash('sha256');
  private digest = '';
  private written = 0;

  constructor(file: string, request: TownRequest) {
    this.file = file;
    this.request = request;
    this.counts = countTown(request);
  }

  /** SHA-256 of the file, once it is written. */
  get sha256(): string {
    return this.digest;
  }

  get bytes(): number {
    return this.written;
  }

  /** Writes the file and passes each record on. */
  *write(): Generator<VersionedRecord> {
    const header: SnapshotHeader = {
      format: 'luohu-snapshot-1',
      cursor: 0,
      mark: null,
      counts: { ...this.counts },
      serverTime: townInstant,
    };
    const file = openSync(this.file, 'w');
    try {
      let text = `${JSON.stringify(header)}\n`;
      for (const record of makeTown(this.request)) {
        text += `${JSON.stringify(record)}\n`;
        if (text.length > chunkCharacters) {
          this.put(file, text);
          text = '';
        }
        yield record;
      }
      this.put(file, text);
      this.digest = this.hash.digest('hex');
    } finally {
      closeSync(file);
    }
  }

  private put(file: number, text: string): void {
    const bytes = Buffer.from(text);
    this.hash.update(bytes);
    this.written += bytes.length;
    for (let offset = 0; offset < bytes.length; ) offset += writeSync(file, bytes, offset);
  }
}
