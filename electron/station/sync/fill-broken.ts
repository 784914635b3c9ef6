import type { Failure } from '../../../shared/contract/errors.ts';

/** A first fill broke off; nothing of it may be taken for the copy. */
export class FillBroken extends Error {
  readonly failure: Failure;
  constructor(code: 'REGISTRY_OFFLINE' | 'REGISTRY_NONSENSE') {
    super(code);
    this.failure = { code };
  }
}
