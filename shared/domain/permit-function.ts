import { addMonths, addYears, ageOn } from './plain-date.ts';
import type { Permit } from './residence-records.ts';

/** `due`: in the month before a full year, to be endorsed. `suspended`: not endorsed in time (使用功能中止). `ended`: replaced or cancelled. */
export type PermitState = 'functioning' | 'due' | 'suspended' | 'ended';

/** What the dates of a permit say on a day. */
export interface PermitFunction {
  readonly state: PermitState;
  /** Last day on which it functions without another endorsement; last day of the window too. */
  readonly coveredUntil: string;
  /** First day of the month in which it has to be endorsed next. */
  readonly windowFrom: string;
  /** The day the years of residence (居住年限) count from. */
  readonly residenceYearsFrom: string;
  /** Full years of residence reached; none are reached while it is suspended. */
  readonly fullYears: number;
}

/** The dates a permit's function follows from. */
export type PermitDates = Pick<Permit, 'firstIssuedOn' | 'endorsements' | 'status' | 'endedOn'>;

/** Years that count from a day, and how many of them are covered. */
interface Cover {
  readonly from: string;
  readonly years: number;
}

/**
 * Whether a permit functions on a day, from its dates alone. D663 §10, in force 2016-01-01: endorsed in the month before each full year;
 * not endorsed in time it is suspended; endorsed late it functions again and the years count from that day. The month ends on the day of the
 * same number or on the last of a shorter one (民法典 §202); both ends are inside. An endorsement before its month says nothing. On a day
 * before the permit was issued the answer is that of the day of issue. Throws RangeError when `day` is no real day.
 */
export function permitStateOn(permit: PermitDates, day: string): PermitFunction {
  const { from, years } = coverOn(permit, day);
  const coveredUntil = addYears(from, years);
  const windowFrom = addMonths(coveredUntil, -1);
  const state = hasEnded(permit, day) ? 'ended' : stateInside(day, windowFrom, coveredUntil);
  const [countedUntil = day] = [day, coveredUntil, permit.endedOn ?? day].sort();
  return {
    state,
    coveredUntil,
    windowFrom,
    residenceYearsFrom: from,
    fullYears: Math.max(0, ageOn(from, countedUntil)),
  };
}

/** What the rules of the pack ask of a permit (`permit.issued`, `.lastEndorsed`, `.suspended`). */
export interface PermitFacts {
  /** The day the years count from: the first issue, or the last late endorsement. */
  readonly issued: string;
  /** The last endorsement in time since then; absent where there is none. */
  readonly lastEndorsed?: string;
  readonly suspended: boolean;
}

/** A permit in the words of the pack, so that its rules judge by the same dates as the register. */
export function permitFactsOn(permit: PermitDates, day: string): PermitFacts {
  const { state, residenceYearsFrom: issued } = permitStateOn(permit, day);
  const suspended = state === 'suspended';
  const lastEndorsed = effectiveEndorsements(permit, day)
    .filter((on) => on > issued)
    .at(-1);
  return lastEndorsed === undefined ? { issued, suspended } : { issued, lastEndorsed, suspended };
}

function coverOn(permit: PermitDates, day: string): Cover {
  return daysEndorsed(permit, day).reduce(endorsed, coverOfIssue(permit));
}

/** The endorsements that said something, in their order. */
function effectiveEndorsements(permit: PermitDates, day: string): string[] {
  let cover = coverOfIssue(permit);
  return daysEndorsed(permit, day).filter((on) => {
    const next = endorsed(cover, on);
    const isEffective = next !== cover;
    cover = next;
    return isEffective;
  });
}

function coverOfIssue(permit: PermitDates): Cover {
  return { from: permit.firstIssuedOn, years: 1 };
}

function daysEndorsed(permit: PermitDates, day: string): string[] {
  return permit.endorsements
    .map(({ on }) => on)
    .filter((on) => on <= day)
    .sort();
}

function endorsed(cover: Cover, on: string): Cover {
  const until = addYears(cover.from, cover.years);
  if (on > until) return { from: on, years: 1 };
  return on >= addMonths(until, -1) ? { from: cover.from, years: cover.years + 1 } : cover;
}

function hasEnded({ status, endedOn }: PermitDates, day: string): boolean {
  return endedOn === null ? status !== 'active' : day >= endedOn;
}

function stateInside(day: string, windowFrom: string, coveredUntil: string): PermitState {
  if (day < windowFrom) return 'functioning';
  return day <= coveredUntil ? 'due' : 'suspended';
}
