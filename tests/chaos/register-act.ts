import { uuidv7 } from 'uuidv7';
import { realContext } from '../../electron/station/cases/change-context.ts';
import { makeEvent } from '../../electron/station/cases/make-event.ts';
import { appendAudit } from '../../electron/station/store/audit-lines.ts';
import { addCase, putAcceptance, putCaseEvent, putCaseState } from '../../electron/station/store/cases.ts';
import { applyOwnEvent } from '../../electron/station/store/effects.ts';
import { findEvent } from '../../electron/station/store/events.ts';
import { findHappening, hasLaterHistory, listHistoryOfEvent } from '../../electron/station/store/happenings.ts';
import { registerView } from '../../electron/station/store/register-view.ts';
import { statement } from '../../electron/station/store/statements.ts';
import { takeSerial } from '../../electron/station/sync/leases.ts';
import { makeAcceptanceNumber } from '../../shared/domain/acceptance-number.ts';
import type { RegisterEvent } from '../../shared/domain/events.ts';
import { recordSchemas } from '../../shared/domain/register-records.ts';
import type { RegisterEffect } from '../../shared/policy/procedure-conduct.ts';
import { planChange } from '../../shared/register/plan-change.ts';
import { planReversal } from '../../shared/register/reversal.ts';
import { idOf } from '../fixtures/small-people.ts';
import type { Chance } from './chance.ts';
import type { ChaosStation } from './chaos-station.ts';

/** The one operator of these counters. */
export const operatorId = idOf(7);

/** Undoes the transaction of an act that can't be done. */
class Refused extends Error {}

const isDiskFull = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_FULL');

/** The disk was full or the power went: nothing was done, and that is no bug. */
export function isCutShort(station: ChaosStation, error: unknown): boolean {
  return isDiskFull(error) || station.isDead;
}

/** Does something in one transaction; null: it was refused, or there was no room for it, and nothing is changed. */
function once(station: ChaosStation, work: () => RegisterEvent): string | null {
  try {
    return station.database.transaction(work)().eventId;
  } catch (error) {
    if (error instanceof Refused || isCutShort(station, error)) return null;
    throw error;
  }
}

function log(station: ChaosStation, action: string, subject: string): void {
  const { database } = station;
  appendAudit(database, { at: station.now(), operatorId, action, subject, details: {}, result: 'done' });
}

/** Registers a case as the program does: numbers, plan, event, records, outbox row, case and audit line in one transaction. */
export function register(station: ChaosStation, effect: RegisterEffect, input: unknown): string | null {
  const { program, database } = station;
  return once(station, () => {
    const serial = takeSerial(database, 'acceptance-number');
    const { figures } = program.packs.inForce();
    const planned = planChange(registerView(database), realContext(program, figures), { effect, input });
    if (serial === null || !planned.ok || planned.plan.effects.length === 0) throw new Refused();
    const { effects, note } = planned.plan;
    const [caseId, at, registeredOn] = [uuidv7(), program.now(), program.today()];
    const acceptanceNumber = makeAcceptanceNumber(program.stationCode, Number(registeredOn.slice(0, 4)), serial);
    addCase(database, { caseId, procedure: effect, pack: 'chaos', draft: '{}', startedBy: operatorId, at });
    putAcceptance(database, { caseId, acceptanceNumber, acceptedBy: operatorId, at, dueOn: null, pack: 'chaos' });
    const facts = {
      ...{ procedure: effect, acceptanceNumber, registeredOn, happenedOn: note.happenedOn },
      ...{ personIds: [], householdIds: [], details: { ...note.details } },
    };
    const event = makeEvent(program, {
      ...{ kind: 'register.changed', facts, caseId, operatorId, occurredAt: at, effects: [...effects] },
    });
    applyOwnEvent(database, event);
    putCaseState(database, caseId, 'provisional', at);
    putCaseEvent(database, caseId, event.eventId);
    log(station, 'case.register', caseId);
    return event;
  });
}

/** Undoes one of the newest confirmed events of this computer, where that can be done. */
export function reverse(station: ChaosStation, chance: Chance): string | null {
  const { program, database } = station;
  const sql = "SELECT event_id FROM events WHERE state = 'confirmed' AND seq > 0 ORDER BY seq DESC LIMIT 3";
  const ids = statement(database, sql).pluck().all() as string[];
  const event = ids.length === 0 ? undefined : findEvent(database, chance.pick(ids))?.event;
  if (!event) return null;
  return once(station, () => {
    const lines = listHistoryOfEvent(database, event.eventId);
    const planned = planReversal(registerView(database), realContext(program, program.packs.inForce().figures), {
      event,
      reason: '录入错误',
      state: 'confirmed',
      isReversed: findHappening(database, event.eventId)?.reversedBy != null,
      before: ({ kind, id }) => {
        const line = lines.find((each) => each.kind === kind && each.recordId === id);
        return line?.before ? recordSchemas[kind].parse(line.before) : null;
      },
      isBuiltUpon: (records) => records.some((record) => hasLaterHistory(database, record, event)),
    });
    if (!planned.ok || planned.effects.length === 0) throw new Refused();
    const reversal = makeEvent(program, {
      ...{ kind: 'event.reversed', facts: planned.facts, caseId: event.caseId, operatorId, occurredAt: program.now() },
      effects: [...planned.effects],
    });
    applyOwnEvent(database, reversal);
    log(station, 'register.reverse', event.eventId);
    return reversal;
  });
}
