import { type Behind, ConflictDecision } from '../../../shared/contract/conflict.ts';
import type { Answer } from '../../../shared/contract/errors.ts';
import { done, fail } from '../../../shared/contract/errors.ts';
import type { RegisterEvent } from '../../../shared/domain/events.ts';
import type { ThreeSides } from '../../../shared/register/three-sides.ts';
import type { Program } from '../program.ts';
import { headOf } from './heads.ts';
import { findBuiltOn, findRefused, listBehind, listRefused, type Refused } from './refused.ts';
import { type SettledOne, type Settler, settleOne } from './settle-one.ts';
import { hasClash, hasOwnChange, isChiefsMatter, lift, restsOnNothing, sidesOf } from './sides.ts';
import { allOrNothing } from './undone.ts';

/** A refused event and what becomes of it. */
export interface Settling extends Settler {
  readonly eventId: string;
  readonly decision: ConflictDecision;
}

/** The event that settled it, and what became of what builds on it. */
interface Settled extends SettledOne {
  readonly behind: readonly Behind[];
}

const nothingChosen: ConflictDecision = ConflictDecision.parse({});
/** Nothing of the event is sent again. */
export const givenUp: ConflictDecision = ConflictDecision.parse({ isWithdrawn: true });

/** The refused event with those that build on it, oldest first; CONFLICT_ORDER or CONFLICT_WAITS where it is not its turn. */
function findChain(program: Program, eventId: string): Answer<{ first: Refused; behind: readonly Refused[] }> {
  const { database } = program;
  const first = findRefused(database, eventId);
  if (!first) return fail('NOT_FOUND');
  if (findBuiltOn(database, listRefused(database), first.event) !== null) return fail('CONFLICT_ORDER');
  const behind = listBehind(database, first.event).map((id) => findRefused(database, id));
  const refused = behind.flatMap((each) => each ?? []);
  return refused.length === behind.length ? done({ first, behind: refused }) : fail('CONFLICT_WAITS');
}

/**
 * Settles a refused event, whole or not at all, by an event of its own. What builds on it is sent again on the new state where that needs no
 * choice, given up where its ground is gone, and else stays at the desk. NOT_FOUND, CONFLICT_ORDER, CONFLICT_WAITS, ROLE_REFUSED where a
 * chief is needed, CHANGE_REFUSED.
 */
export function settleRefused(program: Program, settling: Settling): Answer<Settled> {
  return allOrNothing(program.database, () => {
    const chain = findChain(program, settling.eventId);
    if (!chain.ok) return chain;
    const { first, behind } = chain.value;
    lift(program.database, [first.event, ...behind.map(({ event }) => event)]);
    const sides = sidesOf(program.database, first.event);
    if (isChiefsMatter(sides) && settling.operator.role !== 'chief') return fail('ROLE_REFUSED');
    const settled = settleOne(program, first.event, { sides, decision: settling.decision, settler: settling });
    if (!settled.ok) return settled;
    const followed = behind.map(({ event }) => follow(program, event, settling));
    program.tell({ topic: 'sync' });
    program.tell({ topic: 'queues' });
    program.afterCommit(() => program.sync.nudge());
    return done({ ...settled.value, behind: followed });
  });
}

/** Sends an event again on the state that the one before it has now, gives it up, or leaves it at the desk. */
function follow(program: Program, event: RegisterEvent, settler: Settler): Behind {
  const sides = sidesOf(program.database, event);
  const outcome = (it: Behind['outcome']): Behind => ({ ...headOf(program, event), outcome: it });
  const settle = (decision: ConflictDecision) =>
    allOrNothing(program.database, () => settleOne(program, event, { sides, decision, settler }));
  if (restsOnNothing(program.database, sides)) return outcome(settle(givenUp).ok ? 'withdrawn' : 'stays');
  return outcome(mayFollow(event, settler, sides) && settle(nothingChosen).ok ? 'again' : 'stays');
}

function mayFollow(event: RegisterEvent, { operator }: Settler, sides: readonly ThreeSides[]): boolean {
  const isTheirs = operator.role === 'chief' || !isChiefsMatter(sides);
  return isTheirs && event.kind !== 'event.reversed' && !hasClash(sides) && hasOwnChange(sides);
}
