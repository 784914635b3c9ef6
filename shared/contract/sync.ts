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

export const SyncState = z.strictObject({
  registry: z.enum(['online', 'offline', 'unknown']),
  copyAsOf: Instant.nullable(),
  lastTryAt: Instant.nullable(),
  cause: z.string().nullable(),
  outboxCount: z.number().int(),
  fill: z.strictObject({ done: z.number().int(), total: z.number().int() }).nullable(),
  leases: z.array(z.strictObject({ kind: LeaseKind, left: z.number().int() })),
});
export type SyncState = z.infer<typeof SyncState>;

export const syncEndpoints = {
  'sync.state': endpoint({ input: z.strictObject({}), output: SyncState, roles: everyRole, audit: null }),
  'sync.outbox': endpoint({ input: z.strictObject({}), output: z.array(OutboxItem), roles: everyRole, audit: null }),
  /** Tries at once instead of waiting for the next turn. */
  'sync.now': endpoint({ input: z.strictObject({}), output: SyncState, roles: counterRoles, audit: 'sync.now' }),
} as const;
