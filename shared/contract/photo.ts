import { z } from 'zod';
import { PhotoId } from '../domain/records.ts';
import { Bytes } from './bytes.ts';
import { endpoint } from './endpoint.ts';
import { counterRoles } from './roles.ts';

/** Most bytes of a person's photograph, and the fewest pixels with which it still prints on a permit. */
export const photoLimits = { bytes: 1024 * 1024, widthPx: 240, heightPx: 300 } as const;

/** Photographs of people: kept at once, a person's only by the case that gives it to them. */
export const photoEndpoints = {
  /** Keeps a photograph; PHOTO_REFUSED when it is no JPEG or PNG, too large or too small. The same bytes have the same id. */
  'photo.keep': endpoint({
    input: z.strictObject({ image: Bytes }),
    output: z.strictObject({ photoId: PhotoId }),
    roles: counterRoles,
    audit: 'photo.keep',
  }),
  /** A kept photograph; NOT_FOUND where it was taken at another computer. */
  'photo.get': endpoint({
    input: z.strictObject({ photoId: PhotoId }),
    output: z.strictObject({ image: Bytes, kind: z.enum(['image/png', 'image/jpeg']) }),
    roles: counterRoles,
    audit: 'photo.read',
  }),
} as const;
