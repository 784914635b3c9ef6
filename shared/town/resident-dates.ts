import { addDays, addMonths, addYears } from '../domain/plain-date.ts';
import type { Endorsement } from '../domain/residence-records.ts';
import type { Random } from './random.ts';
import { townDay } from './town-day.ts';

/** What a resident's permit is to be on the day of the town; `none`: registered without a permit. */
export type PermitWish = 'functioning' | 'due' | 'suspended' | 'none';

/** Eight residents in a row: even a small town has each kind. */
const wishes: readonly PermitWish[] = [
  'functioning',
  'due',
  'suspended',
  'none',
  'functioning',
  'functioning',
  'none',
  'functioning',
];

/** What the `index`-th resident of the town is to have. */
export function wishOf(index: number): PermitWish {
  return wishes[index % wishes.length] ?? 'none';
}

/** The days of one resident. */
export interface ResidentDates {
  readonly firstRegisteredOn: string;
  readonly registeredOn: string;
  readonly permit: { readonly firstIssuedOn: string; readonly endorsements: readonly Endorsement[] } | null;
}

/** Days that make a permit what it is to be: issued half a year or more after the registration, endorsed each year, now and then late. */
export function makeResidentDates(random: Random, wish: PermitWish): ResidentDates {
  const permit = wish === 'none' ? null : permitDates(random, wish);
  const firstRegisteredOn = permit
    ? addDays(addMonths(permit.firstIssuedOn, -6), -random.between(1, 60))
    : addDays(townDay, -random.between(3, 900));
  const movedOn = addDays(townDay, -random.between(1, 120));
  const hasMoved = random.chance(0.2) && movedOn > firstRegisteredOn;
  return { firstRegisteredOn, registeredOn: hasMoved ? movedOn : firstRegisteredOn, permit };
}

/** From when until when the cover of a permit may last, in days from the day of the town. */
const coverDays: Readonly<Record<Exclude<PermitWish, 'none'>, readonly [number, number]>> = {
  functioning: [45, 330],
  due: [1, 26],
  suspended: [-400, -1],
};

function permitDates(random: Random, wish: Exclude<PermitWish, 'none'>): NonNullable<ResidentDates['permit']> {
  const coveredUntil = addDays(townDay, random.between(...coverDays[wish]));
  const years = random.between(1, 4);
  const from = addYears(coveredUntil, -years);
  const inTime = Array.from(
    { length: years - 1 },
    (_, year): Endorsement => ({ on: addDays(addYears(from, year + 1), -random.between(0, 25)), kind: 'endorsed' }),
  );
  if (!random.chance(0.15)) return { firstIssuedOn: from, endorsements: inTime };
  const firstIssuedOn = addDays(addYears(from, -1), -random.between(1, 90));
  return { firstIssuedOn, endorsements: [{ on: from, kind: 'late' }, ...inTime] };
}
