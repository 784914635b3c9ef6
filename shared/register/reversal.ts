import { canonicalJson } from '../domain/canonical-json.ts';
import type { Effect, RegisterEvent, ReversalFacts } from '../domain/events.ts';
import { addDays } from '../domain/plain-date.ts';
import type { RecordKind, RecordOf } from '../domain/register-records.ts';
import { checkInvariants } from './invariants.ts';
import { type Refusal, Refused, refuse } from './refusal.ts';
import { listLeaningOn } from './reversal-leaning.ts';
import { undoNew, undone } from './reversal-records.ts';
import { type RecordRef, uniqueRefs } from './touched.ts';
import type { RegisterView } from './view.ts';
import { type ChangeContext, Workbench } from './workbench.ts';

/** What is known of the event that is to be undone, beside what stands in it. */
export interface ReversalAsked {
  readonly event: RegisterEvent;
  /** Why, as the chief wrote it. */
  readonly reason: string;
  /** How the registry answered the event. One that waits is withdrawn rather than reversed. */
  readonly state: 'confirmed' | 'waits';
  readonly isReversed: boolean;
  /** The record as it was before the event; null where the event made it. */
  before(effect: Effect): RecordOf<RecordKind> | null;
  /** Whether a later event that still stands (neither reversed nor itself a reversal) made or changed any of the records. */
  isBuiltUpon(records: readonly RecordRef[]): boolean;
}

/** A reversal that can be registered, or why it can't. */
export type PlannedReversal =
  | {
      readonly ok: true;
      readonly effects: readonly Effect[];
      readonly facts: ReversalFacts;
      readonly warnings: readonly Refusal[];
    }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * Undoes an event and everything it touched (冲销): each record goes back to what it was, and what the event made new is ended or made void,
 * for nothing is deleted. Numbers of papers and 户号 that it used stay used. Refused with event-is-reversal, event-already-reversed,
 * event-unconfirmed, event-other-station, event-too-old (more than `reversalDays` after its registration), event-built-upon, number-taken (the
 * number goes back to a person whose number another one has now), or whatever the invariants refuse.
 */
export function planReversal(view: RegisterView, context: ChangeContext, asked: ReversalAsked): PlannedReversal {
  const bench = new Workbench(view, context);
  try {
    checkReversible(context, asked);
    checkUntouched(view, asked);
    for (const effect of asked.event.effects) undo(bench, asked, effect);
    const warnings = checkInvariants(bench);
    return { ok: true, effects: bench.effects(), facts: factsOf(context, asked), warnings };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

function factsOf({ today }: ChangeContext, { event, reason }: ReversalAsked): ReversalFacts {
  return { reversedEventId: event.eventId, procedure: event.facts.procedure, registeredOn: today, reason };
}

function checkReversible({ today, stationCode, settings }: ChangeContext, asked: ReversalAsked): void {
  const { event, isReversed, state } = asked;
  if (event.kind === 'event.reversed') refuse('event-is-reversal');
  if (isReversed) refuse('event-already-reversed');
  if (state !== 'confirmed') refuse('event-unconfirmed');
  if (event.stationCode !== stationCode) refuse('event-other-station');
  const { reversalDays } = settings;
  if (addDays(event.facts.registeredOn, reversalDays) < today) refuse('event-too-old', null, { days: reversalDays });
}

/**
 * The register still says of every record what the event made of it, and nothing that still stands was put on top. The content is compared and
 * not the version alone: a later event that was reversed itself leaves another version of the same content, but for numbers it gave and took
 * back.
 */
function checkUntouched(view: RegisterView, { event, before, isBuiltUpon }: ReversalAsked): void {
  for (const { kind, id, after } of event.effects) {
    const kept = view.find(kind, id) ?? refuse('event-unknown');
    if (contentOf(kept.data) !== contentOf(after)) refuse('event-built-upon');
  }
  const own = event.effects.map(({ kind, id }) => ({ kind, id }));
  const leaning = event.effects.flatMap((effect) => listLeaningOn(view, effect, before(effect)));
  if (isBuiltUpon(uniqueRefs([...own, ...leaning]))) refuse('event-built-upon');
}

const contentOf = (data: RecordOf<RecordKind>): string => canonicalJson({ ...data, formerCitizenIds: undefined });

function undo(bench: Workbench, { event, before }: ReversalAsked, effect: Effect): void {
  const former = before(effect);
  const { today } = bench.context;
  if (former === null) bench.put(effect.kind, undoNew(effect, event, today));
  else bench.put(effect.kind, undone(effect, bench.get(effect.kind, effect.id), former, today));
}
