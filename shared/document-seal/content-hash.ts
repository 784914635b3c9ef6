import { canonicalJson } from '../domain/canonical-json.ts';
import type { FormInput, FormValue } from '../domain/form.ts';
import { readSeal } from './seal-text.ts';

const hexOf = (bytes: ArrayBuffer): string =>
  Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');

async function sha256(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return hexOf(await crypto.subtle.digest('SHA-256', bytes));
}

/**
 * The hash that a seal carries of what its paper holds: SHA-256, in hex, over the canonical JSON of the form's input.
 * Empty values are left out, for nothing is printed for them; so is the seal itself. A picture stands as the hash of its
 * bytes, whether it was given as bytes or as a data URI: another photograph is another content.
 */
export async function contentHash(input: FormInput): Promise<string> {
  return await sha256(new TextEncoder().encode(canonicalJson(await printedFields(input))));
}

async function printedFields(input: FormInput): Promise<Record<string, unknown>> {
  const fields = await Promise.all(
    Object.entries(input).map(async ([name, value]) => [name, await printedValue(value)] as const),
  );
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}

async function printedValue(value: FormValue | undefined): Promise<unknown> {
  if (value === undefined || value === null || value === '') return undefined;
  if (value instanceof Uint8Array) return await pictureHash(value);
  if (typeof value === 'string') return await printedText(value);
  if (Array.isArray(value)) {
    const rows: readonly FormInput[] = value;
    return rows.length === 0 ? undefined : await Promise.all(rows.map(printedFields));
  }
  return typeof value === 'object' ? await printedFields(value as FormInput) : value;
}

async function printedText(text: string): Promise<unknown> {
  if (readSeal(text)) return undefined;
  const [, base64] = /^data:image\/\w+;base64,(.*)$/s.exec(text) ?? [];
  return base64 === undefined ? text : await pictureHash(Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0)));
}

async function pictureHash(bytes: Uint8Array): Promise<{ sha256: string }> {
  return { sha256: await sha256(new Uint8Array(bytes)) };
}
