import type { CardReading } from '../../../shared/contract/device.ts';
import type { Answer } from '../../../shared/contract/errors.ts';
import { done, fail } from '../../../shared/contract/errors.ts';
import type { ParsedInputOf } from '../../../shared/contract/index.ts';
import { readIdCardBlock } from '../../../shared/domain/id-card.ts';
import type { Calling, Program } from '../program.ts';

/** The text block of an ID card, checked; CARD_UNREADABLE with the reason otherwise. */
export function parseCard(
  _program: Program,
  _calling: Calling,
  input: ParsedInputOf<'card.parse'>,
): Answer<CardReading> {
  const reading = readIdCardBlock(input.block);
  return reading.ok ? done(reading.card) : fail('CARD_UNREADABLE', { reason: reading.reason });
}
