import type { RegistryErrorCode } from '../shared/contract/registry.ts';

const statusOf: Readonly<Record<RegistryErrorCode, number>> = {
  BODY_INVALID: 400,
  SIGNATURE_INVALID: 401,
  SIGNATURE_REPLAYED: 401,
  DEVICE_UNKNOWN: 401,
  ENROL_CODE_INVALID: 403,
  SCOPE_REFUSED: 403,
  IDEMPOTENCY_MISMATCH: 422,
  CURSOR_INVALID: 409,
  NUMBERS_EXHAUSTED: 409,
  TOO_MANY_TRIES: 429,
  CASE_LIMIT: 409,
  RATE_LIMIT: 429,
  NOT_FOUND: 404,
  INTERNAL: 500,
};

/** A request the registry does not carry out. Thrown anywhere while answering; the server turns it into the answer. */
export class Refusal extends Error {
  readonly code: RegistryErrorCode;
  readonly status: number;
  /** Says where to look, never a value that was sent. */
  readonly detail: string | undefined;

  constructor(code: RegistryErrorCode, detail?: string, status: number = statusOf[code]) {
    super(code);
    this.code = code;
    this.status = status;
    this.detail = detail;
  }
}
