import { z } from 'zod';
import { Instant, RecordId } from '../domain/records.ts';
import { endpoint } from './endpoint.ts';
import { counterRoles } from './roles.ts';

/** What can be wrong in the station's data, in the order of the list. */
export const faultCodes = [
  'household-without-head',
  'household-several-heads',
  'household-empty',
  'household-closed-with-members',
  'place-of-the-dead',
  'registered-without-place',
  'number-twice',
  'number-against-birth',
  'number-against-sex',
  'number-wrong',
  'same-name-and-birth',
  'duplicate-open',
  'minor-alone',
  'head-is-minor',
  'relation-against-sex',
  'relation-against-age',
  'spouse-twice',
  'spouse-unmarried',
  'spouse-one-sided',
  'very-old',
  'address-unknown',
  'address-frozen',
  'address-not-room',
  'photo-missing',
  'name-private-use',
  'permit-suspended',
  'permit-without-residence',
  'residence-of-registered',
  'residence-of-the-dead',
  'paper-expired',
  'blank-reserved-long',
  'outbox-old',
] as const;
export const FaultCode = z.enum(faultCodes);
export type FaultCode = z.infer<typeof FaultCode>;

/** Where a fault is mended: `event` stands on the sync page; `blank` and `paper` have no page. */
export const FaultSubject = z.strictObject({
  kind: z.enum(['person', 'household', 'address', 'event', 'blank', 'paper']),
  id: RecordId,
});
export type FaultSubject = z.infer<typeof FaultSubject>;

/** One fault: whose it is, where, and by which procedure it is mended. */
export const Fault = z.strictObject({
  code: FaultCode,
  subject: FaultSubject,
  /** Name of the person, number of the household or paper. */
  label: z.string(),
  address: z.string(),
  /** Grid unit (网格), or the community where none is set; empty where neither is known. */
  grid: z.string(),
  /** What `case.start` takes to mend it; null where it is looked into first, as the words of the code say. */
  fix: z
    .strictObject({
      procedure: z.string(),
      subject: z.strictObject({ kind: z.enum(['person', 'household']), id: RecordId }),
    })
    .nullable(),
});
export type Fault = z.infer<typeof Fault>;

/** Most faults listed of one code; the count is always whole. */
export const listedFaultsMax = 200;

const count = z.number().int().min(0);

/** What a sweep found: only sums, nobody's data. */
export const SweepSummary = z.strictObject({
  startedAt: Instant,
  finishedAt: Instant,
  /** Every code, those of which nothing was found too, with the time the check took. */
  counts: z.array(z.strictObject({ code: FaultCode, count, tookMs: z.number() })),
  /** Whole counts by grid unit, most first. */
  byGrid: z.array(z.strictObject({ code: FaultCode, grid: z.string(), count })),
});
export type SweepSummary = z.infer<typeof SweepSummary>;

/** A sweep as it is kept: with the faults, not more than listedFaultsMax of a code. */
export const SweepReport = z.strictObject({ ...SweepSummary.shape, faults: z.array(Fault) });
export type SweepReport = z.infer<typeof SweepReport>;

export const SweepState = z.strictObject({
  /** The last whole sweep; null: none has been made yet. */
  report: SweepSummary.nullable(),
  /** Checks done and to do while one runs; null: none runs. */
  running: z.strictObject({ done: count, total: count }).nullable(),
  /** False while the copy of the registry is not whole: then nothing can be checked. */
  isReady: z.boolean(),
});
export type SweepState = z.infer<typeof SweepState>;

export const sweepEndpoints = {
  'sweep.state': endpoint({ input: z.strictObject({}), output: SweepState, roles: counterRoles, audit: null }),
  /** The faults of one kind that the last sweep listed; an assistant may see them too, they name nobody's number. */
  'sweep.faults': endpoint({
    input: z.strictObject({ code: FaultCode }),
    output: z.array(Fault),
    roles: counterRoles,
    audit: 'sweep.read',
  }),
  /** Begins a sweep of the station's data and answers when it is done or stopped; a second call while one runs waits for the same. */
  'sweep.run': endpoint({ input: z.strictObject({}), output: SweepState, roles: counterRoles, audit: 'sweep.run' }),
  /** Stops a sweep; the report before stays. */
  'sweep.stop': endpoint({ input: z.strictObject({}), output: SweepState, roles: counterRoles, audit: 'sweep.stop' }),
} as const;
