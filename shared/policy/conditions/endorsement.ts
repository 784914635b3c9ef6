import { z } from 'zod';
import type { Bilingual } from '../../contract/verdict.ts';
import { addMonths, compareDays, formatZh, type PlainDate } from '../../domain/plain-date.ts';
import type { Operator } from './combine.ts';
import { type Scope, want } from './condition.ts';
import { type FactReader, factReader } from './read-fact.ts';
import { brokenCondition, readArgument, readFact } from './site.ts';

/** Where a yearly endorsement stands: `early` before its window, `open` inside it, `late` after it. */
export type EndorsementState = 'early' | 'open' | 'late';

/** The month before the day a full year is reached, both ends included. */
export interface EndorsementWindow {
  readonly opensOn: PlainDate;
  readonly dueOn: PlainDate;
}

const Argument = z.strictObject({
  issued: z.string(),
  endorsed: z.string(),
  suspended: z.string(),
  is: z.array(z.enum(['early', 'open', 'late'])).min(1),
});

/** The window of the `years`-th full year after a day. A 29 February falls on the 28th where the year has none. */
function windowOf(base: string, years: number): EndorsementWindow {
  const dueOn = addMonths(base, years * 12);
  return { opensOn: addMonths(dueOn, -1), dueOn };
}

function isInside(window: EndorsementWindow, day: string): boolean {
  return compareDays(window.opensOn, day) <= 0 && compareDays(day, window.dueOn) <= 0;
}

/** The full years of `base` that end on or after a day: the first of them. */
function yearEndingAfter(base: string, day: string): number {
  let years = 1;
  while (compareDays(addMonths(base, years * 12), day) < 0) years += 1;
  return years;
}

/**
 * The window a holder has to keep next. Art. 10 D663, in force 2016-01-01: endorse in the month before each full year; after a
 * late endorsement the years count from that day, after one in time from the old day.
 */
export function nextEndorsement(issued: string | null, endorsed: string | null): EndorsementWindow | null {
  if (endorsed === null) return issued === null ? null : windowOf(issued, 1);
  if (issued === null || compareDays(endorsed, issued) <= 0) return windowOf(endorsed, 1);
  const years = yearEndingAfter(issued, endorsed);
  const wasInTime = isInside(windowOf(issued, years), endorsed);
  return wasInTime ? windowOf(issued, years + 1) : windowOf(endorsed, 1);
}

/** State on a day of a window. */
export function endorsementState(window: EndorsementWindow, day: string): EndorsementState {
  if (compareDays(day, window.opensOn) < 0) return 'early';
  return compareDays(day, window.dueOn) <= 0 ? 'open' : 'late';
}

/**
 * `endorsement: { issued, endorsed, suspended, is: [open] }`. A permit expressly not suspended whose endorsements are not
 * recorded was endorsed each year, so the window of the year running on the day of the case counts.
 */
export const endorsement: Operator = (argument, site) => {
  const read = readArgument(Argument, argument, site);
  if (read === null) return brokenCondition;
  const facts = [
    readFact(read.issued, ['date'], site),
    readFact(read.endorsed, ['date'], site),
    readFact(read.suspended, ['boolean'], site),
  ] as const;
  const [issued, endorsed, suspended] = facts;
  if (issued === null || endorsed === null || suspended === null) return brokenCondition;
  const readers = { issued: factReader(issued), endorsed: factReader(endorsed), suspended: factReader(suspended) };
  const accepted = new Set<EndorsementState>(read.is);
  return {
    test: (scope) => {
      if (readers.issued.read(scope) === null) return false;
      const window = windowFor(scope, readers);
      return window === null ? null : accepted.has(endorsementState(window, scope.asOf));
    },
    reads: [read.issued, read.endorsed, read.suspended],
    ask: (scope, weight, wanted) => want(wanted, readers.issued.askedAs(scope), weight),
    words: (scope, wanted) => {
      const window = windowFor(scope, readers);
      return window !== null && wanted && accepted.has('open') ? windowWords(window, scope.asOf) : null;
    },
  };
};

function windowFor(
  scope: Scope,
  readers: { issued: FactReader; endorsed: FactReader; suspended: FactReader },
): EndorsementWindow | null {
  const issued = dayOrNull(readers.issued.read(scope));
  const endorsed = dayOrNull(readers.endorsed.read(scope));
  const next = nextEndorsement(issued, endorsed);
  if (next === null || issued === null || endorsed !== null || readers.suspended.read(scope) !== false) return next;
  const running = windowOf(issued, yearEndingAfter(issued, scope.asOf));
  return isInside(running, scope.asOf) ? running : next;
}

function dayOrNull(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function windowWords(window: EndorsementWindow, asOf: string): Bilingual | null {
  if (endorsementState(window, asOf) !== 'early') return null;
  const { opensOn, dueOn } = window;
  return { zh: `在${formatZh(opensOn)}至${formatZh(dueOn)}之间办理`, en: `between ${opensOn} and ${dueOn}` };
}
