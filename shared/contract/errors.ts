import { z } from 'zod';

/** Every expected failure of the program. Bugs throw; these are answers. */
export const ErrorCode = z.enum([
  'INPUT_INVALID',
  'ENDPOINT_UNKNOWN',
  'CALLER_REFUSED',
  'LOGIN_FAILED',
  'LOGIN_LOCKED_OUT',
  'SESSION_REQUIRED',
  'SESSION_LOCKED',
  'ROLE_REFUSED',
  'NOT_FOUND',
  'CASE_STATE',
  'CASE_REVISION',
  'CASE_INCOMPLETE',
  'CASE_INELIGIBLE',
  'CASE_UNREADABLE',
  'SAME_OPERATOR',
  'REASON_REQUIRED',
  'PERSON_IN_OTHER_CASE',
  'PERSON_ALREADY_REGISTERED',
  'CHANGE_REFUSED',
  'HOUSEHOLD_FULL',
  'HOUSEHOLD_CLOSED',
  'ADDRESS_UNKNOWN',
  'ADDRESS_FROZEN',
  'ADDRESS_OTHER_STATION',
  'NUMBERS_EXHAUSTED',
  'DOCUMENT_WAITS',
  'DOCUMENT_VOID',
  'BLANK_UNDECIDED',
  'CONFLICT_ORDER',
  'CONFLICT_WAITS',
  'INQUIRY_OPEN',
  'INQUIRY_INCOMPLETE',
  'PRINT_CHARACTER_MISSING',
  'PRINT_CHARACTER_PRIVATE',
  'PRINT_VALUE_TOO_LONG',
  'PRINT_INPUT_INVALID',
  'PRINTER_FAILED',
  'PRINTER_STOPPED',
  'PRINTER_REJECTS',
  'PRINTER_ABSENT',
  'PRINTER_LATE',
  'CALIBRATION_REFUSED',
  'CARD_ABSENT',
  'CARD_UNREADABLE',
  'IMAGE_REFUSED',
  'PHOTO_REFUSED',
  'PACK_REFUSED',
  'PACK_MISSING',
  'REGISTRY_OFFLINE',
  'REGISTRY_NONSENSE',
  'REGISTRY_REFUSED',
  'REGISTRY_BEHIND',
  'FROZEN_COPY_MISSING',
  'FROZEN_COPY_OLD',
  'FROZEN_CLOCK',
  'EXCHANGE_NOT_A_FILE',
  'EXCHANGE_OTHER_RECIPIENT',
  'EXCHANGE_OTHER_SENDER',
  'EXCHANGE_WRONG_KEY',
  'EXCHANGE_ALTERED',
  'EXCHANGE_CUT',
  'EXCHANGE_GAP',
  'EXCHANGE_TOO_NEW',
  'EXCHANGE_NO_KEYS',
  'EXCHANGE_KEYS_REFUSED',
  'EXCHANGE_REFUSED',
  'EXCHANGE_STOPPED',
  'EXCHANGE_NOT_WRITTEN',
  'DATABASE_NEWER',
  'DATABASE_DAMAGED',
  'DISK_FULL',
  'STATION_STOPPED',
  'BUG',
]);
export type ErrorCode = z.infer<typeof ErrorCode>;

/** A failure as it crosses every border. `details` holds typed values for the sentence, never a stack, path, SQL or person's data. */
export interface Failure {
  readonly code: ErrorCode;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** What a call answers: the value, or why not. */
export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: Failure };

/** Wraps a value as an answer. */
export function done<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** Makes a failing answer. */
export function fail(
  code: ErrorCode,
  details?: Record<string, unknown>,
): { readonly ok: false; readonly error: Failure } {
  return { ok: false, error: details ? { code, details } : { code } };
}
