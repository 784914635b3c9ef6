import type { FormInput, FormValue } from '../../../shared/domain/form.ts';

/** Whether a value is an object of fields. */
export function isRecord(value: FormValue | undefined): value is FormInput {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);
}

/** The value at a dotted path, or undefined. */
export function readValue(input: FormInput, path: string): FormValue | undefined {
  let value: FormValue | undefined = input;
  for (const key of path.split('.')) value = isRecord(value) ? value[key] : undefined;
  return value;
}

/** The rows at a path; none when the field is absent. */
export function readRows(input: FormInput, path: string): readonly FormInput[] {
  const value = readValue(input, path);
  return Array.isArray(value) ? value : [];
}

/** Whether a field is filled: not absent, not empty text, not an empty list. */
export function isFilled(value: FormValue | undefined): boolean {
  if (value === undefined || value === null || value === '') return false;
  return !Array.isArray(value) || value.length > 0;
}
