import type { Effect } from '../domain/events.ts';
import type { Blank } from '../domain/paper-records.ts';
import { type Refusal, Refused, refuse } from './refusal.ts';
import type { RegisterView } from './view.ts';
import { type ChangeContext, Workbench } from './workbench.ts';

/** Most blanks taken in at once: their effects have to fit into one event. */
export const blanksPerEvent = 100;

/** What happens to the stock and which blanks it is about; or why it can't happen. */
export type PlannedStock =
  | { readonly ok: true; readonly effects: readonly Effect[]; readonly blanks: readonly Blank[] }
  | { readonly ok: false; readonly refusal: Refusal };

/** Where stock is changed: the register as it stands, the station, the day, new ids. */
export type StockContext = Pick<ChangeContext, 'stationCode' | 'today' | 'newId'>;

/** Numbers of one form and print year, from `first` to `last` (`吉00123401`–`吉00123450`). */
export interface BlankRange {
  readonly form: string;
  readonly printYear: number;
  readonly first: string;
  readonly last: string;
}

/**
 * Takes blanks into the station's stock. Refuses with input-invalid (no range: other letters or length, the last before the first, more than
 * `blanksPerEvent`) or blank-used (a number of the print year is in stock or used already, here or at another station).
 */
export function planTakingIn(view: RegisterView, context: StockContext, range: BlankRange): PlannedStock {
  return planned(view, context, (bench) =>
    listNumbers(range).map((number) => {
      const { form, printYear } = range;
      const isTaken = bench
        .list('blank', 'number', number)
        .some(({ data }) => data.form === form && data.printYear === printYear);
      if (isTaken) refuse('blank-used', 'first', { number });
      const { stationCode, today } = context;
      const blank: Blank = {
        blankId: context.newId(),
        stationCode,
        form,
        printYear,
        number,
        status: 'stocked',
        documentId: null,
        changedOn: today,
      };
      return put(bench, blank);
    }),
  );
}

/**
 * Reserves the station's next blank of a form for a document, oldest print year first, then by number. A document that has one reserved
 * keeps it. Refuses with blank-unknown when none is in stock.
 */
export function planReserving(
  view: RegisterView,
  context: StockContext,
  { form, documentId }: { readonly form: string; readonly documentId: string },
): PlannedStock {
  return planned(view, context, (bench) => {
    const own = bench
      .list('blank', 'form', form)
      .map(({ data }) => data)
      .filter(({ stationCode }) => stationCode === context.stationCode);
    const held = own.find((blank) => blank.status === 'reserved' && blank.documentId === documentId);
    if (held) return [held];
    const [next] = own.filter(({ status }) => status === 'stocked').sort(byNumber);
    if (!next) refuse('blank-unknown', null, { form });
    return [put(bench, { ...next, status: 'reserved', documentId, changedOn: context.today })];
  });
}

/** The blank bears the document now. Refuses with blank-unknown or blank-used (used, spoiled, or reserved for another document). */
export function planUsing(
  view: RegisterView,
  context: StockContext,
  { blankId, documentId }: { readonly blankId: string; readonly documentId: string },
): PlannedStock {
  return planned(view, context, (bench) => {
    const blank = getUnused(bench, blankId);
    if (blank.documentId !== null && blank.documentId !== documentId)
      refuse('blank-used', 'blankId', { number: blank.number });
    return [put(bench, { ...blank, status: 'used', documentId, changedOn: context.today })];
  });
}

/** The blank was spoiled; it keeps the document it was meant for. Refuses with blank-unknown or blank-used. */
export function planSpoiling(
  view: RegisterView,
  context: StockContext,
  { blankId }: { readonly blankId: string },
): PlannedStock {
  return planned(view, context, (bench) => [
    put(bench, { ...getUnused(bench, blankId), status: 'spoiled', changedOn: context.today }),
  ]);
}

/** A reserved blank goes back into stock unprinted. Refuses with blank-unknown or blank-used. */
export function planReleasing(
  view: RegisterView,
  context: StockContext,
  { blankId }: { readonly blankId: string },
): PlannedStock {
  return planned(view, context, (bench) => [
    put(bench, { ...getUnused(bench, blankId), status: 'stocked', documentId: null, changedOn: context.today }),
  ]);
}

/** The stock of one form at the end of a day. */
export interface StockCount {
  readonly form: string;
  /** In stock now, reserved ones included. */
  readonly stocked: number;
  readonly used: number;
  readonly spoiled: number;
}

/** By form: what is in stock, and what was used and spoiled on the day; forms in the order of their names. */
export function countStock(blanks: Iterable<Blank>, day: string): StockCount[] {
  const counts = new Map<string, { stocked: number; used: number; spoiled: number }>();
  for (const { form, status, changedOn } of blanks) {
    const count = counts.get(form) ?? { stocked: 0, used: 0, spoiled: 0 };
    counts.set(form, count);
    if (status === 'stocked' || status === 'reserved') count.stocked += 1;
    else if (changedOn === day) count[status] += 1;
  }
  return [...counts].map(([form, count]) => ({ form, ...count })).sort((a, b) => (a.form < b.form ? -1 : 1));
}

function planned(view: RegisterView, context: StockContext, act: (bench: Workbench) => readonly Blank[]): PlannedStock {
  const bench = new Workbench(view, { ...context, takeNumber: () => null, settings: noSettings });
  try {
    const blanks = act(bench);
    return { ok: true, effects: bench.effects(), blanks };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

/** Stock depends on nothing that a pack sets. */
const noSettings = { bookPages: 0, moveInPermitDays: 0, migrationCertificateDays: 0, reversalDays: 0 };

function put(bench: Workbench, blank: Blank): Blank {
  bench.put('blank', blank);
  return blank;
}

function getUnused(bench: Workbench, blankId: string): Blank {
  const blank = bench.get('blank', blankId, 'blankId');
  const isOver = blank.status === 'used' || blank.status === 'spoiled';
  if (isOver) refuse('blank-used', 'blankId', { number: blank.number });
  if (blank.stationCode !== bench.context.stationCode) refuse('blank-unknown', 'blankId');
  return blank;
}

function byNumber(a: Blank, b: Blank): number {
  if (a.printYear !== b.printYear) return a.printYear - b.printYear;
  return a.number < b.number ? -1 : 1;
}

function listNumbers({ first, last }: BlankRange): string[] {
  const [from, until] = [numberParts(first), numberParts(last)];
  const count = until.serial - from.serial + 1;
  const isRange = from.letters === until.letters && from.width === until.width && count >= 1 && count <= blanksPerEvent;
  if (!isRange) refuse('input-invalid', 'last');
  return Array.from(
    { length: count },
    (_, index) => from.letters + String(from.serial + index).padStart(from.width, '0'),
  );
}

function numberParts(text: string): { letters: string; serial: number; width: number } {
  const match = /^(\D{0,15})(\d{1,15})$/.exec(text);
  const digits = match?.[2] ?? refuse('input-invalid', 'first');
  return { letters: match?.[1] ?? '', serial: Number(digits), width: digits.length };
}
