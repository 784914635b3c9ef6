import type { PushOutcome } from '../../shared/contract/registry.ts';
import type { RegisterEvent } from '../../shared/domain/events.ts';
import type { Device } from '../store/devices.ts';
import type { FeedEntry } from '../store/feed.ts';
import { findRuleBreach } from './check-rules.ts';
import { type Broken, findScopeBreach } from './check-scope.ts';
import { makeChanges } from './make-changes.ts';
import type { RegisterView } from './register-view.ts';
import { Touched } from './touched.ts';

/** The answer to an event, and what the feed tells of it; null: the event changed nothing. */
export interface Judgement {
  readonly answer: PushOutcome;
  readonly told: FeedEntry | null;
}

export function rejected(eventId: string, { reason, recordId }: Broken): PushOutcome {
  return { outcome: 'rejected', eventId, reason, recordId };
}

/** Judges an event by the view. When it is confirmed, the view afterwards has what it made. */
export function judge(view: RegisterView, device: Device, event: RegisterEvent, now: string): Judgement {
  const touched = new Touched(event, view);
  const refusal = findRefusal(touched, device);
  if (refusal) return { answer: refusal, told: null };
  const { eventId, stationCode, effects } = event;
  return {
    told: effects.length === 0 ? null : { eventId, stationCode, lines: makeChanges(touched) },
    answer: {
      outcome: 'confirmed',
      eventId,
      confirmedAt: now,
      versions: effects.map(({ id, basedOn }) => ({ id, version: basedOn + 1 })),
    },
  };
}

function findRefusal(touched: Touched, device: Device): PushOutcome | null {
  const { eventId } = touched.event;
  const breach = findScopeBreach(touched, device);
  if (breach) return rejected(eventId, breach);
  const conflict = findConflict(touched);
  if (conflict) return conflict;
  const broken = findRuleBreach(touched);
  return broken ? rejected(eventId, broken) : null;
}

/** The records whose version is not the one the event is based on, or made by another event, as they are now. */
function findConflict(touched: Touched): PushOutcome | null {
  const moved = touched.event.effects.filter((effect) => {
    const before = touched.before(effect);
    const isOther = effect.basedOnEvent !== undefined && before?.eventId !== effect.basedOnEvent;
    return isOther || (before?.record.version ?? 0) !== effect.basedOn;
  });
  if (moved.length === 0) return null;
  const theirs = moved.flatMap((effect) => touched.before(effect)?.record ?? []);
  return { outcome: 'conflict', eventId: touched.event.eventId, theirs };
}
