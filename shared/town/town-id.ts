import { hashOf } from './random.ts';

/** Streams of the seed; each keeps its own choices. */
export const streams = {
  household: 1,
  line: 2,
  person: 3,
  place: 4,
  placeId: 11,
  roomId: 12,
  personId: 13,
  householdId: 14,
  membershipId: 15,
} as const;

/** 2026-01-01T00:00:00Z: ids of the town seem to be made from this millisecond on, so that they sort as they were made. */
const epochMs = 1_767_225_600_000;

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0');
}

/** A UUID in the shape of version 7, the same for the same seed, stream and index; unique because its time is the index. */
export function townId(seed: number, stream: number, index: number): string {
  const time = hex(epochMs + index, 12);
  const [first, second, third] = [
    hashOf(seed, stream, index),
    hashOf(seed, stream + 100, index),
    hashOf(seed, stream + 200, index),
  ];
  const variant = hex(0x8000 | (second & 0x3fff), 4);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(first & 0xfff, 3)}-${variant}-${hex(second >>> 16, 4)}${hex(third, 8)}`;
}
