import { addDays, daysBetween } from '../domain/plain-date.ts';
import { SealStatement } from './seal.ts';

/** Algorithms by the number of the first byte. Released numbers never change their meaning. */
const algorithmNumbers = { EdDSA: 1 } as const;
const firstDay = '2000-01-01';
const stationLength = 12;
/** Everything but the two texts, with one character each. */
const shortest = 1 + 8 + 8 + 2 + 1 + 2 + 2 + 32;

const hexOf = (bytes: Uint8Array): string => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
const bytesOfHex = (hex: string): number[] => (hex.match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16));

/**
 * A statement as bytes: algorithm (1), key id (8), station (8, the code as a number of base 36), days since 2000-01-01
 * (2), form version (1), form (1 + n, ASCII), number (1 + n, UTF-8), content hash (32). Numbers are big-endian.
 * Throws for a statement that the schema refuses or a day outside 2000–2179.
 */
export function toBytes(statement: SealStatement): Uint8Array<ArrayBuffer> {
  const { algorithm, keyId, station, issuedOn, form, formVersion, number, contentHash } =
    SealStatement.parse(statement);
  const days = daysBetween(firstDay, issuedOn);
  if (days < 0 || days > 0xffff) throw new RangeError('the day is outside 2000–2179');
  const words = [form, number].map((text) => new TextEncoder().encode(text));
  return new Uint8Array([
    algorithmNumbers[algorithm],
    ...bytesOfHex(keyId),
    ...bytesOfHex(readBase36(station).toString(16).padStart(16, '0')),
    days >> 8,
    days & 0xff,
    formVersion,
    ...words.flatMap((bytes) => [bytes.length, ...bytes]),
    ...bytesOfHex(contentHash),
  ]);
}

/** Takes bytes one part after another; a part that is not whole comes out short, and `isAtEnd` is never true again. */
class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  take(count: number): Uint8Array {
    this.#at += count;
    return this.#bytes.subarray(this.#at - count, this.#at);
  }

  takeNumber(length: 1 | 2): number {
    return Number.parseInt(hexOf(this.take(length)), 16);
  }

  takeText(): string | null {
    try {
      return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(this.take(this.takeNumber(1)));
    } catch {
      // Bytes that are no UTF-8 come from outside: the schema refuses the null.
      return null;
    }
  }

  get isAtEnd(): boolean {
    return this.#at === this.#bytes.length;
  }
}

/** The statement of such bytes, or null when they are none: too short, too long, or a value that the schema refuses. */
export function readStatement(bytes: Uint8Array): SealStatement | null {
  if (bytes.length < shortest) return null;
  const reader = new ByteReader(bytes);
  const number = reader.takeNumber(1);
  const found = {
    algorithm: Object.entries(algorithmNumbers).find(([, known]) => known === number)?.[0],
    keyId: hexOf(reader.take(8)),
    station: BigInt(`0x${hexOf(reader.take(8))}`)
      .toString(36)
      .toUpperCase()
      .padStart(stationLength, '0'),
    issuedOn: addDays(firstDay, reader.takeNumber(2)),
    formVersion: reader.takeNumber(1),
    form: reader.takeText(),
    number: reader.takeText(),
    contentHash: hexOf(reader.take(32)),
  };
  const read = SealStatement.safeParse(found);
  return read.success && reader.isAtEnd ? read.data : null;
}

function readBase36(text: string): bigint {
  let value = 0n;
  for (const character of text) value = value * 36n + BigInt(Number.parseInt(character, 36));
  return value;
}
