import type { CardReader } from './card-reader.ts';

/** A counter without a reader: there is never a card, and the number is typed. */
export function noReader(): CardReader {
  return { read: async () => null };
}
