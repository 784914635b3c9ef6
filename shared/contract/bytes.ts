import { z } from 'zod';

/** Raw bytes: a PDF, a photograph, a card's block. */
export const Bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array, 'expected bytes');
