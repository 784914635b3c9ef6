import type { Answer } from '../../../shared/contract/errors.ts';
import { done, fail } from '../../../shared/contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import type { RefusedStock, StockRow } from '../../../shared/contract/stock.ts';
import type { Blank } from '../../../shared/domain/paper-records.ts';
import { countStock, planSpoiling, planTakingIn } from '../../../shared/register/stock.ts';
import { givenUp, settleRefused } from '../conflicts/settle.ts';
import { findForm } from '../print/load-forms.ts';
import type { Calling, Program } from '../program.ts';
import { hasEverStocked, listBlanksOfDay, listBlanksOfForm } from '../store/blanks.ts';
import { findEvent } from '../store/events.ts';
import { registerView } from '../store/register-view.ts';
import { listRefusedEvents } from '../sync/outbox.ts';
import { keepStock, stockContext, stockPrefix } from './keep-stock.ts';
import { listNumberedForms } from './numbered-forms.ts';

function rowOf(program: Program, form: string, blanks: readonly Blank[]): StockRow {
  const name = findForm(program.forms, form, program.today())?.name;
  const own = blanks.filter((blank) => blank.form === form);
  const [count] = countStock(own, program.today());
  const { stationCode } = program;
  const [next] = listBlanksOfForm(program.database, { stationCode, form, status: 'stocked', limit: 1 });
  return {
    form,
    title: { zh: name?.zh ?? form, en: name?.en ?? form },
    left: count?.stocked ?? 0,
    reserved: own.filter(({ status }) => status === 'reserved').length,
    usedToday: count?.used ?? 0,
    spoiledToday: count?.spoiled ?? 0,
    nextNumber: next?.number ?? null,
  };
}

function listRefused({ database }: Program): RefusedStock[] {
  return listRefusedEvents(database).flatMap(({ eventId, cause }) => {
    const facts = findEvent(database, eventId)?.event.facts;
    if (!facts?.procedure.startsWith(stockPrefix) || !('details' in facts)) return [];
    const { form, first, last } = facts.details;
    const act = facts.procedure.slice(stockPrefix.length);
    return [{ eventId, act, form: `${form}`, firstNumber: `${first}`, lastNumber: `${last}`, reason: cause ?? '' }];
  });
}

/** Every form that is numbered stock as the day stands, and what the registry refused of the stock. */
export function listStock(program: Program): Answer<OutputOf<'stock.list'>> {
  const blanks = listBlanksOfDay(program.database, program.stationCode, program.today());
  return done({
    rows: listNumberedForms(program).map((form) => rowOf(program, form, blanks)),
    refused: listRefused(program),
  });
}

/** The station's blanks of a form in one state. */
export function listBlanks(program: Program, _calling: Calling, asked: ParsedInputOf<'stock.blanks'>): Answer<Blank[]> {
  return done(listBlanksOfForm(program.database, { ...asked, stationCode: program.stationCode }));
}

/** Takes a range of sheets in. NOT_FOUND for a form that is no numbered stock; CHANGE_REFUSED says why where the range can't be. */
export function takeBlanksIn(
  program: Program,
  calling: Calling,
  range: ParsedInputOf<'stock.takeIn'>,
): Answer<{ count: number }> {
  calling.subject = range.form;
  calling.details = { ...range };
  if (!listNumberedForms(program).includes(range.form)) return fail('NOT_FOUND');
  const planned = planTakingIn(registerView(program.database), stockContext(program), range);
  const kept = keepStock(program, calling, planned, { act: 'take-in', caseId: null });
  return kept.ok ? done({ count: kept.value.length }) : kept;
}

/** Notes a sheet as spoiled that no paper was printed on. One that is reserved is answered where it is asked about. */
export function spoilBlank(
  program: Program,
  calling: Calling,
  { blankId, reason }: ParsedInputOf<'stock.spoil'>,
): Answer<Record<string, never>> {
  calling.subject = blankId;
  const view = registerView(program.database);
  const blank = view.find('blank', blankId)?.data;
  calling.details = { number: blank?.number ?? null, reason };
  if (blank?.status === 'reserved') return fail('BLANK_UNDECIDED', { number: blank.number });
  const planned = planSpoiling(view, stockContext(program), { blankId });
  const kept = keepStock(program, calling, planned, { act: 'spoil', caseId: null, details: { reason } });
  return kept.ok ? done({}) : kept;
}

/** Compares what was counted in the drawer with the stock; both figures stand in the audit log. */
export function checkStock(
  program: Program,
  calling: Calling,
  { form, counted }: ParsedInputOf<'stock.check'>,
): Answer<OutputOf<'stock.check'>> {
  calling.subject = form;
  const blanks = listBlanksOfDay(program.database, program.stationCode, program.today());
  const expected = rowOf(program, form, blanks).left;
  calling.details = { expected, counted };
  return hasEverStocked(program.database, program.stationCode, form) ? done({ expected, counted }) : fail('NOT_FOUND');
}

/** What the settlement of such an event says. */
const whyGivenUp = '库存变动未被市人口库接收，予以撤回';

/** Gives up a change of the stock that the registry refused. NOT_FOUND for any other event. */
export function giveUpStock(
  program: Program,
  calling: Calling,
  { eventId }: ParsedInputOf<'stock.giveUp'>,
): Answer<Record<string, never>> {
  calling.subject = eventId;
  const isStock = findEvent(program.database, eventId)?.event.facts.procedure.startsWith(stockPrefix);
  if (!isStock) return fail('NOT_FOUND');
  const { operator } = calling;
  const settled = settleRefused(program, { eventId, decision: givenUp, operator, reason: whyGivenUp });
  return settled.ok ? done({}) : settled;
}
