import { z } from 'zod';
import { PlainDate } from '../domain/plain-date.ts';
import { Instant, StationCode } from '../domain/records.ts';
import { SealStatement } from './seal.ts';

/** A number that is good no longer: the paper was replaced, withdrawn or reported lost. Every form of that number when `form` is left out. */
export const VoidedDocument = z.strictObject({
  station: StationCode,
  number: SealStatement.shape.number,
  form: SealStatement.shape.form.optional(),
  voidedOn: PlainDate,
  reason: z.string().max(200).optional(),
});
export type VoidedDocument = z.infer<typeof VoidedDocument>;

/** The voided numbers of stations at an instant, as a file. */
export const VoidedList = z.strictObject({
  format: z.literal('luohu-voided-documents'),
  formatVersion: z.literal(1),
  asOf: Instant,
  documents: z.array(VoidedDocument),
});
export type VoidedList = z.infer<typeof VoidedList>;

/** Where a verifier asks whether a number was voided: a list at hand, or the registry over the network. */
export interface VoidedNumbers {
  /** The entry, null when the number stands, or `unknown` when nobody could be asked. */
  find(statement: SealStatement): Promise<VoidedDocument | null | 'unknown'>;
}

/** Answers from a list at hand. */
export function voidedNumbersOf(list: VoidedList): VoidedNumbers {
  const isMeant = (entry: VoidedDocument, { station, number, form }: SealStatement): boolean =>
    entry.station === station && entry.number === number && (entry.form ?? form) === form;
  return { find: async (statement) => list.documents.find((entry) => isMeant(entry, statement)) ?? null };
}
