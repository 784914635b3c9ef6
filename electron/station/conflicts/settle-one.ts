import type { ConflictDecision } from '../../../shared/contract/conflict.ts';
import type { Answer, Failure } from '../../../shared/contract/errors.ts';
import { done, fail } from '../../../shared/contract/errors.ts';
import type { ConflictChoice, ConflictFacts, Effect, RegisterEvent } from '../../../shared/domain/events.ts';
import type { VersionedRecord } from '../../../shared/domain/register-records.ts';
import { type PlannedSettling, planSettling } from '../../../shared/register/settle-conflict.ts';
import type { ThreeSides } from '../../../shared/register/three-sides.ts';
import { realContext } from '../cases/change-context.ts';
import { makeEvent } from '../cases/make-event.ts';
import type { Program } from '../program.ts';
import { listClaimants } from '../store/claimants.ts';
import { applyOwnEvent } from '../store/effects.ts';
import type { Operator } from '../store/operators.ts';
import { addSettledConflict, noteTheirs } from '../store/refused-history.ts';
import { registerView } from '../store/register-view.ts';
import { withdrawEvent } from '../sync/outbox.ts';
import { followSettlement } from './follow-settlement.ts';

/** Who settles and why. */
export interface Settler {
  readonly operator: Pick<Operator, 'operatorId' | 'role'>;
  readonly reason: string;
}

/** What settling one event did. */
export interface SettledOne {
  readonly event: RegisterEvent;
  readonly choice: ConflictChoice;
}

type Sent = Extract<PlannedSettling, { ok: true }>;

/** The 户号 of a household that would be sent again and another one has by now; the unique index would refuse it as a bug. */
function findTakenNumber(program: Program, effects: readonly Effect[]): string | null {
  const changed = new Set(effects.map(({ id }) => id));
  for (const effect of effects) {
    if (effect.kind !== 'household') continue;
    const record = { kind: effect.kind, id: effect.id, version: 0, data: effect.after } satisfies VersionedRecord;
    if (listClaimants(program.database, record).some(({ id }) => !changed.has(id))) return effect.after.number;
  }
  return null;
}

/** Plans what a decision sends again of a lifted event; CHANGE_REFUSED says what the register has against it. */
function planOne(
  program: Program,
  event: RegisterEvent,
  sides: readonly ThreeSides[],
  { picks, remedies }: ConflictDecision,
): Answer<Sent> {
  const context = realContext(program, program.packs.inForce().figures);
  const planned = planSettling(registerView(program.database), context, { event, sides, picks, remedies });
  if (!planned.ok) return fail('CHANGE_REFUSED', { ...planned.refusal.params, refusal: planned.refusal.code });
  const number = findTakenNumber(program, planned.effects);
  return number === null ? done(planned) : fail('CHANGE_REFUSED', { refusal: 'household-number-taken', number });
}

function factsOf(
  program: Program,
  { eventId, facts }: RegisterEvent,
  { choice, reason, restates }: Pick<ConflictFacts, 'choice' | 'reason' | 'restates'>,
): ConflictFacts {
  return {
    settledEventId: eventId,
    choice,
    reason,
    procedure: facts.procedure,
    acceptanceNumber: 'acceptanceNumber' in facts ? facts.acceptanceNumber : '',
    registeredOn: program.today(),
    happenedOn: 'happenedOn' in facts ? facts.happenedOn : facts.registeredOn,
    restates,
  };
}

/**
 * Settles one lifted event by an event of its own, inside the caller's transaction: what is kept of it is sent again on what the registry
 * holds, the choice is noted with both versions, and what hangs on the event (case, papers, stock) follows.
 */
export function settleOne(
  program: Program,
  event: RegisterEvent,
  { sides, decision, settler }: { sides: readonly ThreeSides[]; decision: ConflictDecision; settler: Settler },
): Answer<SettledOne> {
  const planned = decision.isWithdrawn ? null : planOne(program, event, sides, decision);
  if (planned && !planned.ok) return planned;
  const kept = planned?.value ?? { choice: 'withdrawn', effects: [], restates: null };
  const { reason, operator } = settler;
  const settling = makeEvent(program, {
    kind: 'conflict.settled',
    facts: factsOf(program, event, { ...kept, reason }),
    effects: [...kept.effects],
    caseId: event.caseId,
    operatorId: operator.operatorId,
    occurredAt: program.now(),
  });
  applyOwnEvent(program.database, settling);
  note(program, { event, settling, sides, choice: kept.choice, settler });
  followSettlement(program, { event, settling, reason, operatorId: operator.operatorId });
  return done({ event: settling, choice: kept.choice });
}

interface Noted extends Omit<SettledOne, 'event'> {
  readonly event: RegisterEvent;
  readonly settling: RegisterEvent;
  readonly sides: readonly ThreeSides[];
  readonly settler: Settler;
}

function note({ database }: Program, { event, settling, sides, choice, settler }: Noted): void {
  for (const { kind, id, theirs } of sides) noteTheirs(database, event.eventId, { kind, id, data: theirs });
  addSettledConflict(database, {
    eventId: event.eventId,
    settledBy: settling.eventId,
    choice,
    reason: settler.reason,
    operatorId: settler.operator.operatorId,
    at: settling.occurredAt,
  });
  withdrawEvent(database, event.eventId);
}

/** What the register has against a decision, as the params of its sentence; null for every other failure. */
export function refusalOf({ code, details }: Failure): Record<string, string> | null {
  if (code !== 'CHANGE_REFUSED') return code === 'NUMBERS_EXHAUSTED' ? { refusal: 'numbers-exhausted' } : null;
  return Object.fromEntries(Object.entries(details ?? {}).map(([name, value]) => [name, String(value)]));
}
