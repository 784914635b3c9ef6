import { hashOf } from './random.ts';

/** Streams of the seed; each keeps its own choices. */
export const streams = {
  household: 1,
  line: 2,
  person: 3,
  place: 4,
  resident: 5,
  residentDetails: 6,
  residence: 7,
  placeId: 11,
  roomId: 12,
  personId: 13,
  householdId: 14,
  membershipId: 15,
  residentId: 16,
  residenceId: 17,
  permitId: 18,
} as const;

/** 2026-01-01T00:00:00Z: ids of the town seem to be made from this millisecond on, so that they sort as they were made. */
const epochMs = 1_767_225_600_000;

const byteTexts = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** The lowest 16 bits as four digits. */
function word(value: number): string {
  return `${byteTexts[(value >>> 8) & 0xff]}${byteTexts[value & 0xff]}`;
}

/** A UUID in the shape of version 7, the same for the same seed, stream and index; unique because its time is the index. */
export function townId(seed: number, stream: number, index: number): string {
  const timeMs = epochMs + index;
  const [high, low] = [Math.floor(timeMs / 0x1_0000_0000), timeMs % 0x1_0000_0000];
  const first = hashOf(seed, stream, index);
  const second = hashOf(seed, stream + 100, index);
  const third = hashOf(seed, stream + 200, index);
  const version = word(0x7000 | (first & 0xfff));
  const variant = word(0x8000 | (second & 0x3fff));
  return `${word(high)}${word(low >>> 16)}-${word(low)}-${version}-${variant}-${word(second >>> 16)}${word(third >>> 16)}${word(third)}`;
}
