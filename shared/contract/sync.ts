import { z } from 'zod';
import { Instant, RecordId } from '../domain/records.ts';
import { endpoint } from './endpoint.ts';
import { LeaseKind } from './registry.ts';
import { counterRoles, everyRole } from './roles.ts';

export const OutboxItem = z.strictObject({
  eventId: RecordId,
  caseId: RecordId,
  acceptanceNumber: z.string(),
  state: z.enum(['waiting', 'sending', 'conflict', 'rejected']),
  tries: z.number().int(),
  lastTryAt: Instant.nullable(),
  /** Error code of the last try; null when never tried. */
  cause: z.string().nullable(),
  nextTryAt: Instant.nullable(),
});
export type OutboxItem = z.infer<typeof OutboxItem>;

/** What was done when this computer's file turned out to be an old copy. */
export const Recovery = z.strictObject({
  at: Instant,
  /** Registrations the file had lost and the registry gave back. */
  recovered: z.number().int(),
  /** Registrations made since and not sent before, which were put behind those. */
  renumbered: z.number().int(),
  /** Of those, given up because the case had been registered before. */
  givenUp: z.number().int(),
  /** Acceptance numbers that were given once more meanwhile. */
  doubleNumbers: z.array(z.string()),
});
export type Recovery = z.infer<typeof Recovery>;

export const SyncState = z.strictObject({
  registry: z.enum(['online', 'offline', 'unknown']),
  copyAsOf: Instant.nullable(),
  lastTryAt: Instant.nullable(),
  cause: z.string().nullable(),
  outboxCount: z.number().int(),
  fill: z.strictObject({ done: z.number().int(), total: z.number().int() }).nullable(),
  leases: z.array(z.strictObject({ kind: LeaseKind, left: z.number().int() })),
  /** The last recovery, while it is news; null: none. */
  recovery: Recovery.nullable(),
  /** Lines of the audit log that the registry vouches for and that are not here as they were. */
  lostAnchors: z.number().int(),
});
export type SyncState = z.infer<typeof SyncState>;

export const syncEndpoints = {
  'sync.state': endpoint({ input: z.strictObject({}), output: SyncState, roles: everyRole, audit: null }),
  'sync.outbox': endpoint({ input: z.strictObject({}), output: z.array(OutboxItem), roles: everyRole, audit: null }),
  /** Tries at once instead of waiting for the next turn. */
  'sync.now': endpoint({ input: z.strictObject({}), output: SyncState, roles: counterRoles, audit: 'sync.now' }),
} as const;
