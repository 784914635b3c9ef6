import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ChangeFacts, Effect } from '../../../shared/domain/events.ts';
import { addDays } from '../../../shared/domain/plain-date.ts';
import { idOfRecord, type RecordKind, type RecordOf, recordKinds } from '../../../shared/domain/register-records.ts';
import { RegisterEffect } from '../../../shared/policy/procedure-conduct.ts';
import { findChange } from '../../../shared/register/changes/index.ts';
import { listAllBreaches } from '../../../shared/register/invariants.ts';
import { MemoryRegister } from '../../../shared/register/memory-register.ts';
import { EventLog } from '../../fixtures/event-log.ts';
import { Draws, randomInput } from '../../fixtures/random-input.ts';
import { SmallRegister } from '../../fixtures/small-register.ts';

/** Every effect that changes the register. */
const effects = RegisterEffect.options.filter((effect) => findChange(effect) !== null);
const EventEffects = z.array(Effect).min(1).max(120);

/** Inputs tried for a step before it is given up. */
const trials = 6;

interface Step {
  readonly what: RegisterEffect | 'reversal';
  readonly days: number;
  readonly numbers: readonly number[];
}

const sequence: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.record({
    what: fc.constantFrom(...effects, 'reversal' as const, 'reversal' as const),
    days: fc.oneof({ weight: 6, arbitrary: fc.nat({ max: 20 }) }, { weight: 1, arbitrary: fc.nat({ max: 420 }) }),
    numbers: fc.array(fc.nat({ max: 9999 }), { minLength: 30, maxLength: 30 }),
  }),
  { minLength: 4, maxLength: 14, size: 'max' },
);

/** How often each effect was accepted and refused, in all sequences together. */
const counts = new Map<string, { accepted: number; refused: number }>();

function count(what: string, isAccepted: boolean): void {
  const before = counts.get(what) ?? { accepted: 0, refused: 0 };
  const { accepted, refused } = before;
  counts.set(what, isAccepted ? { accepted: accepted + 1, refused } : { accepted, refused: refused + 1 });
}

/** What an event takes: at least one effect, none too many, details in their shape. */
function expectRecordable(log: EventLog): void {
  const event = log.logged.at(-1)?.event;
  EventEffects.parse(event?.effects);
  if (event?.kind === 'register.changed') ChangeFacts.shape.details.parse(event.facts.details);
}

function expectWhole({ register, today }: SmallRegister): void {
  const breaches = [...listAllBreaches(register, today)].filter(({ weight }) => weight === 'blocks');
  expect(breaches).toEqual([]);
}

function takeReversal(log: EventLog, draws: Draws): void {
  if (log.logged.length === 0) return;
  const number = log.logged.length - 1 - draws.below(Math.min(3, log.logged.length));
  const isAccepted = log.refusal(number) === null;
  count('reversal', isAccepted);
  if (isAccepted) log.reverse(number);
}

/** Tries inputs for the effect until one is accepted. */
function takeChange(log: EventLog, effect: RegisterEffect, draws: Draws): void {
  for (let trial = 0; trial < trials; trial += 1) {
    const planned = log.small.plan(effect, randomInput(log.small, effect, draws));
    count(effect, planned.ok);
    if (planned.ok) {
      log.take(effect, planned.plan);
      return;
    }
  }
}

/** Goes through a sequence and looks at the whole register after each step. */
function go(steps: readonly Step[]): EventLog {
  const log = new EventLog(new SmallRegister());
  for (const { what, days, numbers } of steps) {
    const already = log.logged.length;
    log.small.today = addDays(log.small.today, days);
    if (what === 'reversal') takeReversal(log, new Draws(numbers));
    else takeChange(log, what, new Draws(numbers));
    if (log.logged.length === already) continue;
    expectRecordable(log);
    expectWhole(log.small);
  }
  return log;
}

/** The effects that would put a register there as it is. */
function effectsOf(register: MemoryRegister): Effect[] {
  return recordKinds.flatMap((kind) => register.listAll(kind).map(({ data }) => newRecord(kind, data)));
}

function newRecord<K extends RecordKind>(kind: K, data: RecordOf<K>): Effect {
  return { kind, id: idOfRecord(kind, data), basedOn: 0, after: data } as Effect;
}

function replay(events: readonly (readonly Effect[])[]): string {
  const register = new MemoryRegister();
  for (const event of events) register.apply(event);
  return register.export();
}

describe('random procedures and reversals on a small register', () => {
  // Only what was accepted is replayed: had a refusal changed anything, the two registers would differ.
  it('keep every invariant after each one, and replaying what was accepted gives the same register to the byte', () => {
    fc.assert(
      fc.property(sequence, (steps) => {
        const log = go(steps);
        const events = [effectsOf(new SmallRegister().register), ...log.logged.map(({ event }) => event.effects)];
        expect(replay(events)).toBe(log.small.register.export());
      }),
      { numRuns: 2000 },
    );
  }, 180_000);

  it('reach every effect, accepted and refused, and reversals too', () => {
    for (const what of [...effects, 'reversal']) {
      expect(counts.get(what)?.accepted ?? 0, `${what} accepted`).toBeGreaterThan(0);
      expect(counts.get(what)?.refused ?? 0, `${what} refused`).toBeGreaterThan(0);
    }
  });

  it('do the same whenever they are given the same', () => {
    fc.assert(
      fc.property(sequence, (steps) => {
        expect(go(steps).small.register.export()).toBe(go(steps).small.register.export());
      }),
      { numRuns: 20 },
    );
  }, 60_000);
});
