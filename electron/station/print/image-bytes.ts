import type { FormValue } from '../../../shared/domain/form.ts';

/** The bytes of an image field: given as bytes, or as the data URI that JSON carries. */
export function imageBytes(value: FormValue | undefined): Uint8Array {
  if (value instanceof Uint8Array) return value;
  return Buffer.from(String(value).replace(/^data:[^,]*,/, ''), 'base64');
}
