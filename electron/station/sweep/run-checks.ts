import { type Fault, listedFaultsMax, type SweepReport } from '../../../shared/contract/sweep.ts';
import { addDays, addYears, ageOn } from '../../../shared/domain/plain-date.ts';
import type { Database } from '../store/database.ts';
import type { FaultCheck, Found, SweepAsked, SweepDays } from './fault-check.ts';
import { faultChecks } from './fault-checks.ts';
import { type Place, placesOf } from './grid-units.ts';

/** An event that waits for the registry for longer is a fault; so is a blank reserved for longer. */
const waitingDaysMax = 7;
const reservedDaysMax = 3;
/** So long somebody new is compared with those of similar name; what was decided until then is recorded. */
const newDays = 30;
/** Nobody in the country has lived so long; whoever stands in the register at that age has most likely died. */
const oldestYears = 115;
const adultYears = 18;

/** The last day on which somebody was born who is of age today; a 29 February counts by ageOn as everywhere. */
function lastBirthOfAge(today: string): string {
  const day = addYears(today, -adultYears);
  const next = addDays(day, 1);
  return ageOn(next, today) >= adultYears ? next : day;
}

function daysOf({ stationCode, today }: SweepAsked): SweepDays {
  return {
    station: stationCode,
    today,
    adultBorn: lastBirthOfAge(today),
    oldBorn: addYears(today, -oldestYears),
    waitedSince: addDays(today, -waitingDaysMax),
    reservedSince: addDays(today, -reservedDaysMax),
    papersSince: addYears(today, -1),
    newSince: addDays(today, -newDays),
  };
}

function fixOf({ fix, subject }: FaultCheck, row: Found): Fault['fix'] {
  if (fix === null) return null;
  const { procedure } = fix;
  if (fix.from === 'person')
    return row.person_id ? { procedure, subject: { kind: 'person', id: row.person_id } } : null;
  return subject === 'person' || subject === 'household' ? { procedure, subject: { kind: subject, id: row.id } } : null;
}

type PlaceOf = (addressId: string | null) => Place;

/** Counts what one check finds, whole and by grid unit, and lists the first of it. */
function runCheck(check: FaultCheck, rows: Iterable<Found>, placeOf: PlaceOf) {
  const seen = new Set<string>();
  const faults: Fault[] = [];
  const grids = new Map<string, number>();
  for (const row of rows) {
    if (seen.has(row.id)) continue;
    seen.add(row.id);
    const place = placeOf(row.address_id);
    grids.set(place.grid, (grids.get(place.grid) ?? 0) + 1);
    if (faults.length >= listedFaultsMax) continue;
    const subject = { kind: check.subject, id: row.id };
    faults.push({ code: check.code, subject, label: row.label, ...place, fix: fixOf(check, row) });
  }
  return { count: seen.size, faults, grids };
}

/** What a sweep found. */
export type SweepFindings = Pick<SweepReport, 'counts' | 'byGrid' | 'faults'>;

/**
 * Looks for every kind of fault in the station's own data, one after another; only reads. `onProgress` hears after each; answering false
 * stops the sweep, which is then null.
 */
export function runChecks(
  database: Database,
  asked: SweepAsked,
  onProgress: (done: number, total: number) => boolean,
): SweepFindings | null {
  const days = daysOf(asked);
  const placeOf = placesOf(database);
  const findings: SweepFindings = { counts: [], byGrid: [], faults: [] };
  for (const [index, check] of faultChecks.entries()) {
    const startedMs = performance.now();
    const { count, faults, grids } = runCheck(check, check.list(database, days), placeOf);
    const tookMs = Math.round((performance.now() - startedMs) * 10) / 10;
    findings.counts.push({ code: check.code, count, tookMs });
    findings.byGrid.push(...[...grids].map(([grid, inGrid]) => ({ code: check.code, grid, count: inGrid })));
    findings.faults.push(...faults);
    if (!onProgress(index + 1, faultChecks.length)) return null;
  }
  findings.byGrid.sort((a, b) => b.count - a.count);
  return findings;
}
