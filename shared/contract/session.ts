import { z } from 'zod';
import { Instant, RecordId } from '../domain/records.ts';
import { endpoint } from './endpoint.ts';
import { everyRole, Role } from './roles.ts';

export const Session = z.strictObject({
  operatorId: RecordId,
  login: z.string(),
  name: z.string(),
  role: Role,
  isLocked: z.boolean(),
  since: Instant,
});
export type Session = z.infer<typeof Session>;

/** What the top line shows, before and after log-in. */
export const StationState = z.strictObject({
  stationCode: z.string(),
  stationName: z.string(),
  isPractice: z.boolean(),
  version: z.string(),
  today: z.string(),
  /** Operators who may log in, for the list on the login screen; in practice mode only. */
  practiceLogins: z.array(z.strictObject({ login: z.string(), name: z.string(), role: Role })),
  /** Progress of the first fill of the copy; null when filled. */
  fill: z.strictObject({ done: z.number().int(), total: z.number().int() }).nullable(),
  idleLockMs: z.number().int(),
});
export type StationState = z.infer<typeof StationState>;

export const sessionEndpoints = {
  'station.state': endpoint({
    input: z.strictObject({}),
    output: StationState,
    roles: null,
    audit: null,
    windows: ['clerk', 'applicant'],
  }),
  'session.current': endpoint({ input: z.strictObject({}), output: Session.nullable(), roles: null, audit: null }),
  'session.login': endpoint({
    input: z.strictObject({ login: z.string().trim().min(1).max(40), password: z.string().min(1).max(200) }),
    output: Session,
    roles: null,
    audit: 'session.login',
  }),
  'session.lock': endpoint({
    input: z.strictObject({}),
    output: z.strictObject({}),
    roles: everyRole,
    audit: 'session.lock',
  }),
  'session.unlock': endpoint({
    input: z.strictObject({ password: z.string().min(1).max(200) }),
    output: Session,
    roles: null,
    audit: 'session.unlock',
  }),
  'session.logout': endpoint({
    input: z.strictObject({}),
    output: z.strictObject({}),
    roles: null,
    audit: 'session.logout',
  }),
} as const;
