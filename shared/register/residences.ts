import { daysBetween } from '../domain/plain-date.ts';
import type { Permit, Residence } from '../domain/residence-records.ts';
import { refuse } from './refusal.ts';
import type { Workbench } from './workbench.ts';

/** Why a residence registration ended. */
export type ResidenceEnd = NonNullable<Residence['endReason']>;

/** The person's residence registration that stands, or null. */
export function findOpenResidence(bench: Workbench, personId: string): Residence | null {
  return bench.list('residence', 'personId', personId).find(({ data }) => data.endedOn === null)?.data ?? null;
}

/** The registration that stands. Refuses with residence-unknown (there was none), residence-ended or residence-other-station. */
export function getOwnResidence(bench: Workbench, personId: string): Residence {
  const residence = getOpenResidence(bench, personId);
  if (residence.stationCode !== bench.context.stationCode) refuse('residence-other-station');
  return residence;
}

/** The registration that stands, at whatever station of the city. Refuses with residence-unknown or residence-ended. */
export function getOpenResidence(bench: Workbench, personId: string): Residence {
  const residence = findOpenResidence(bench, personId);
  if (residence) return residence;
  return refuse(
    bench.list('residence', 'personId', bench.get('person', personId).personId).length > 0
      ? 'residence-ended'
      : 'residence-unknown',
  );
}

/** The person's permit that is neither replaced nor cancelled, suspended or not; or null. */
export function findActivePermit(bench: Workbench, personId: string): Permit | null {
  return bench.list('permit', 'personId', personId).find(({ data }) => data.status === 'active')?.data ?? null;
}

/**
 * The active permit of someone who resides at this station (D663 §10, N21 §70–73: the station of residence). Refuses with permit-unknown
 * (there was none), permit-ended or residence-other-station.
 */
export function getOwnPermit(bench: Workbench, personId: string): Permit {
  const permit = findActivePermit(bench, bench.get('person', personId).personId);
  if (permit === null)
    refuse(bench.list('permit', 'personId', personId).length > 0 ? 'permit-ended' : 'permit-unknown');
  if (permit.stationCode !== bench.context.stationCode) refuse('residence-other-station');
  return permit;
}

/**
 * Since when the person has been registered as a resident of this city without a gap, or null when a registration made today is a first one.
 * A registration that turned out false, or that ended by settling or death, is carried on by none.
 */
export function findUnbrokenStart(bench: Workbench, personId: string): string | null {
  const [last] = bench
    .list('residence', 'personId', personId)
    .map(({ data }) => data)
    .sort((a, b) => ((a.endedOn ?? '') < (b.endedOn ?? '') ? 1 : -1));
  if (!last || last.endedOn === null || (last.endReason !== 'moved-away' && last.endReason !== 'other')) return null;
  return daysBetween(last.endedOn, bench.context.today) <= 1 ? last.firstRegisteredOn : null;
}

/** How and when something ended. */
export interface Ending<Reason extends string> {
  readonly on: string;
  readonly reason: Reason;
}

/** Ends a residence registration; an active permit leans on it and is cancelled with it. Refuses with date-order. */
export function closeResidence(bench: Workbench, residence: Residence, { on, reason }: Ending<ResidenceEnd>): void {
  if (on < residence.registeredOn) refuse('date-order', 'endedOn');
  bench.change('residence', residence.residenceId, { endedOn: on, endReason: reason });
  const permit = findActivePermit(bench, residence.personId);
  if (permit) closePermit(bench, permit, { on, reason });
}

/** Cancels a permit. Refuses with date-order when it was issued later or endorsed later than that day. */
export function closePermit(bench: Workbench, permit: Permit, { on, reason }: Ending<string>): void {
  if (on < permit.issuedOn || permit.endorsements.some((endorsement) => endorsement.on > on))
    refuse('date-order', 'endedOn');
  bench.change('permit', permit.permitId, { status: 'cancelled', endedOn: on, endReason: reason });
}
