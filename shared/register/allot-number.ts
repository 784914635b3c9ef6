import { checkDigit, readCitizenNumber } from '../domain/citizen-number.ts';
import { isKnownArea } from '../domain/divisions.ts';
import { formatCompact } from '../domain/plain-date.ts';
import { listStations } from '../domain/police-orgs.ts';
import type { Person } from '../domain/records.ts';
import { refuse } from './refusal.ts';
import type { Workbench } from './workbench.ts';

/** What a number says of its bearer. */
export type NumberBearer = Pick<Person, 'name' | 'sex' | 'bornOn'>;

/** 996–999 are kept for people of a hundred years and more. */
const highestOrderCode = 995;

/** Order codes (顺序码) of a day and sex in counting order: odd for a man, even for a woman. */
function orderCodes(sex: Person['sex']): number[] {
  const first = sex === '1' ? 1 : 2;
  return Array.from({ length: Math.floor((highestOrderCode - first) / 2) + 1 }, (_, index) => first + 2 * index);
}

/**
 * Where a station begins in the order codes of a day. The codes are parted evenly among all stations of the city and not among those of the
 * division, because a station's code says nothing about its division; about 14 codes a day and sex are enough for any of them. An unknown
 * station begins at the first.
 */
function segmentStart(stationCode: string, codes: number): number {
  const stations = listStations();
  const index = Math.max(
    0,
    stations.findIndex(({ code }) => code === stationCode),
  );
  return Math.floor((index * codes) / stations.length);
}

/** The numbers a station tries in turn: its own segment first, so that stations without a connection seldom give the same one. */
export function listCandidateNumbers(stationCode: string, division: string, bearer: NumberBearer): string[] {
  const codes = orderCodes(bearer.sex);
  const start = segmentStart(stationCode, codes.length);
  return [...codes.slice(start), ...codes.slice(0, start)].map((code) => {
    const digits = `${division}${formatCompact(bearer.bornOn)}${String(code).padStart(3, '0')}`;
    return digits + checkDigit(digits);
  });
}

/**
 * Allots a citizen number (GB 11643; N21 §4, in force 2021-10-01): division of the household's address, birth date, the first order code
 * that nobody in this copy of the register bears or ever bore: a number is one person's for good. Refuses with numbers-exhausted.
 */
export function allotNumber(bench: Workbench, division: string, bearer: NumberBearer): string {
  const candidates = listCandidateNumbers(bench.context.stationCode, division, bearer);
  return candidates.find((number) => isFree(bench, number)) ?? refuse('numbers-exhausted');
}

function isFree(bench: Workbench, number: string): boolean {
  const bearers = bench.list('person', 'citizenId', number);
  return bearers.length === 0 && bench.list('person', 'formerCitizenIds', number).length === 0;
}

/**
 * Whether somebody can bear a number that was given elsewhere. Refuses with number-not-possible: no citizen number, or one that says another
 * sex or birth date.
 */
export function checkNumberFits(bench: Workbench, number: string, bearer: NumberBearer, field: string): void {
  const reading = readCitizenNumber(number, { today: bench.context.today, isKnownArea });
  const fits = reading.valid && reading.sex === bearer.sex && reading.birthDate === bearer.bornOn;
  if (!fits) refuse('number-not-possible', field, { name: bearer.name });
}
