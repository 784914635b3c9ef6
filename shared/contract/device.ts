import { z } from 'zod';
import { Bytes } from './bytes.ts';
import { endpoint } from './endpoint.ts';
import { counterRoles } from './roles.ts';

/** An ID card as read and checked; the name may be cut at the card's 15 characters. */
export const CardReading = z.strictObject({
  name: z.string(),
  nameMayBeCut: z.boolean(),
  sex: z.enum(['1', '2']),
  ethnicity: z.string(),
  bornOn: z.string(),
  address: z.string(),
  citizenId: z.string(),
  issuedBy: z.string(),
  validFrom: z.string(),
  validUntil: z.string(),
});
export type CardReading = z.infer<typeof CardReading>;

export const deviceEndpoints = {
  /** Parses the 256-byte text block of a card (domain E6). */
  'card.parse': endpoint({
    input: z.strictObject({ block: Bytes }),
    output: CardReading,
    roles: counterRoles,
    audit: 'card.read',
  }),
  /** Reads the card that lies on this computer's reader; CARD_ABSENT or CARD_UNREADABLE otherwise. */
  'card.read': endpoint({
    input: z.strictObject({}),
    output: CardReading,
    roles: counterRoles,
    audit: null,
    servedBy: 'main',
  }),
} as const;
