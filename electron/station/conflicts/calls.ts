import type { Answer } from '../../../shared/contract/errors.ts';
import { done, fail } from '../../../shared/contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import type { Calling, Program } from '../program.ts';
import { listOpenRecalls, listPrintsOfRefused, putRecall } from '../store/recalls.ts';
import { listRefused } from './refused.ts';
import { type Settling, settleRefused } from './settle.ts';
import { refusalOf } from './settle-one.ts';
import { tryOut } from './undone.ts';

/** The program without a voice: what is only tried must not be told to the windows, nor sent. */
function silent(program: Program): Program {
  const quiet = { value: () => undefined };
  return Object.create(program, { tell: quiet, afterCommit: quiet });
}

/** What a decision would do, without doing it. Fails as settling does, but for what the register has against it, which is the answer. */
export function checkConflict(
  program: Program,
  calling: Calling,
  { eventId, decision }: ParsedInputOf<'conflict.check'>,
): Answer<OutputOf<'conflict.check'>> {
  calling.subject = eventId;
  const settleAs = (operator: Settling['operator']) =>
    tryOut(program.database, () => settleRefused(silent(program), { eventId, decision, operator, reason: '-' }));
  const own = settleAs(calling.operator);
  // A clerk sees what a chief's decision would do; settling itself asks for the chief.
  const isChiefs = !own.ok && own.error.code === 'ROLE_REFUSED';
  const settled = isChiefs ? settleAs({ ...calling.operator, role: 'chief' }) : own;
  if (!settled.ok) {
    const refusal = refusalOf(settled.error);
    return refusal ? done({ refusal, choice: null, effects: 0, behind: [] }) : settled;
  }
  const { event, choice, behind } = settled.value;
  return done({ refusal: null, choice, effects: event.effects.length, behind: [...behind] });
}

/** Settles a refused event; the audit line says how, and what became of what builds on it. */
export function settleConflict(
  program: Program,
  calling: Calling,
  { eventId, decision, reason }: ParsedInputOf<'conflict.settle'>,
): Answer<OutputOf<'conflict.settle'>> {
  calling.subject = eventId;
  const settled = settleRefused(program, { eventId, decision, reason, operator: calling.operator });
  if (!settled.ok) return settled;
  const { event, choice, behind } = settled.value;
  const followed = behind.map((each) => `${each.eventId} ${each.outcome}`);
  calling.details = { choice, settledBy: event.eventId, records: event.effects.length, behind: followed, reason };
  return done({ eventId: event.eventId, choice, behind: [...behind] });
}

function isToRecall({ database }: Program, printId: number): boolean {
  const ofRefused = listRefused(database).flatMap(({ event }) => listPrintsOfRefused(database, event.eventId));
  return [...listOpenRecalls(database), ...ofRefused].some((print) => print.printId === printId);
}

/** Notes what became of a printed copy. NOT_FOUND for one of no refused event; REASON_REQUIRED where it can't be called back. */
export function recallPrint(
  program: Program,
  calling: Calling,
  { printId, isRecalled, reason }: ParsedInputOf<'conflict.recall'>,
): Answer<Record<string, never>> {
  calling.subject = String(printId);
  calling.details = { isRecalled, reason };
  if (!isToRecall(program, printId)) return fail('NOT_FOUND');
  if (!isRecalled && reason === '') return fail('REASON_REQUIRED');
  const { operatorId } = calling.operator;
  putRecall(program.database, { printId, isRecalled, reason, operatorId, at: program.now() });
  program.tell({ topic: 'queues' });
  return done({});
}
