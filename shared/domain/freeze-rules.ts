import { z } from 'zod';
import { todayIn } from './plain-date.ts';

/**
 * A rule by which a computer may register nothing for the time being (冻结规则), because what it registered could be wrong: there is no whole copy, the copy
 * is too old, its clock shows another day than the registry's, or it has no numbers left.
 */
export const FreezeRule = z.enum(['copy-missing', 'copy-old', 'clock-wrong', 'numbers-short']);
export type FreezeRule = z.infer<typeof FreezeRule>;

/** From `nearFrom` on it is warned, from `frozenFrom` on frozen, in whole `unit`s. */
interface Limit {
  readonly unit: 'days' | 'minutes' | 'numbers' | null;
  readonly nearFrom: number | null;
  readonly frozenFrom: number | null;
  /** Who sees to it; a chief may besides let a day's work be registered (`freeze.lift`). */
  readonly owner: 'chief' | 'system-admin';
}

/**
 * The one place for the limits and for who answers for each; defaults where no source was found (docs/decisions/0005). A clock freezes by the day it
 * shows, not by minutes: that day is what stands in the register and on the papers.
 */
export const freezeLimits: Readonly<Record<FreezeRule, Limit>> = {
  'copy-missing': { unit: null, nearFrom: null, frozenFrom: null, owner: 'system-admin' },
  'copy-old': { unit: 'days', nearFrom: 3, frozenFrom: 7, owner: 'chief' },
  'clock-wrong': { unit: 'minutes', nearFrom: 2, frozenFrom: null, owner: 'system-admin' },
  'numbers-short': { unit: 'numbers', nearFrom: 20, frozenFrom: 0, owner: 'system-admin' },
};

/** How a computer stands with one rule; `value` in the rule's unit, null where nothing can be said. `lifted`: frozen, and let through today. */
export const Freeze = z.strictObject({
  rule: FreezeRule,
  state: z.enum(['good', 'near', 'frozen', 'lifted']),
  value: z.number().int().nullable(),
});
export type Freeze = z.infer<typeof Freeze>;

/** What the rules look at. */
export interface FreezeFacts {
  /** Now by this computer, ISO UTC. */
  readonly now: string;
  /** How far that is ahead of the registry's time, negative when behind; null: not known since the program started. */
  readonly clockAheadMs: number | null;
  readonly isCopyWhole: boolean;
  /** ISO UTC by the registry's time. */
  readonly copyAsOf: string | null;
  /** What is left of each kind of number. */
  readonly leases: readonly { readonly left: number }[];
  /** The day for which a chief let registering go on. */
  readonly liftedOn: string | null;
}

const dayMs = 86_400_000;
const minuteMs = 60_000;

/** All rules in their order, with how things stand. */
export function judgeFreezes(facts: FreezeFacts): Freeze[] {
  return [copyMissing(facts), copyOld(facts), clockWrong(facts), numbersShort(facts)];
}

function registryNow({ now, clockAheadMs }: FreezeFacts): string {
  return new Date(Date.parse(now) - (clockAheadMs ?? 0)).toISOString();
}

function copyMissing({ isCopyWhole }: FreezeFacts): Freeze {
  return { rule: 'copy-missing', state: isCopyWhole ? 'good' : 'frozen', value: null };
}

/** By the registry's time where that is known: a wrong clock here does not make the copy older. */
function copyOld(facts: FreezeFacts): Freeze {
  const { copyAsOf, liftedOn, now } = facts;
  if (copyAsOf === null) return { rule: 'copy-old', state: 'good', value: null };
  const value = Math.max(0, Math.floor((Date.parse(registryNow(facts)) - Date.parse(copyAsOf)) / dayMs));
  const state = stateAbove('copy-old', value);
  return { rule: 'copy-old', state: state === 'frozen' && liftedOn === todayIn(now) ? 'lifted' : state, value };
}

function clockWrong(facts: FreezeFacts): Freeze {
  const { now, clockAheadMs } = facts;
  if (clockAheadMs === null) return { rule: 'clock-wrong', state: 'good', value: null };
  const value = Math.round(clockAheadMs / minuteMs);
  if (value !== 0 && todayIn(now) !== todayIn(registryNow(facts)))
    return { rule: 'clock-wrong', state: 'frozen', value };
  return { rule: 'clock-wrong', state: stateAbove('clock-wrong', Math.abs(value)), value };
}

function numbersShort({ leases }: FreezeFacts): Freeze {
  if (leases.length === 0) return { rule: 'numbers-short', state: 'good', value: null };
  const value = Math.min(...leases.map(({ left }) => left));
  const { nearFrom } = freezeLimits['numbers-short'];
  const state = value === 0 ? 'frozen' : value <= (nearFrom ?? 0) ? 'near' : 'good';
  return { rule: 'numbers-short', state, value };
}

function stateAbove(rule: FreezeRule, value: number): Freeze['state'] {
  const { nearFrom, frozenFrom } = freezeLimits[rule];
  if (frozenFrom !== null && value >= frozenFrom) return 'frozen';
  return nearFrom !== null && value >= nearFrom ? 'near' : 'good';
}
