import type { ConflictChoice, ConflictFacts, Effect, RegisterEvent } from '../domain/events.ts';
import { checkInvariants } from './invariants.ts';
import { type Refusal, Refused, refuse } from './refusal.ts';
import { givesUp, mergeSides, type RecordPick, type ThreeSides } from './three-sides.ts';
import type { RegisterView } from './view.ts';
import { type ChangeContext, Workbench } from './workbench.ts';

/** What a rule of the registry named, given anew without another case. */
export interface Remedies {
  /** The households that the event opens get another 户号 from the station's block. */
  readonly isNumberRenewed: boolean;
  /** The address to which the event leads instead; null: the one it has. */
  readonly addressId: string | null;
}

/** A refused event with what is kept of it. */
export interface SettlingAsked {
  readonly event: RegisterEvent;
  readonly sides: readonly ThreeSides[];
  readonly picks: readonly RecordPick[];
  readonly remedies: Remedies;
}

/** What can be sent again, or why it can't. No effects: what the registry holds stands. */
export type PlannedSettling =
  | {
      readonly ok: true;
      readonly choice: Exclude<ConflictChoice, 'withdrawn'>;
      readonly effects: readonly Effect[];
      readonly restates: ConflictFacts['restates'];
      readonly warnings: readonly Refusal[];
    }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * What is sent again of a refused event, on the register as the registry holds it. Every invariant is checked over all that it touches, and
 * what the registry would refuse besides: address-frozen, number-taken. A reversal is not sent again (event-built-upon): the later event
 * stands, and whoever wants both undone undoes that one first.
 */
export function planSettling(view: RegisterView, context: ChangeContext, asked: SettlingAsked): PlannedSettling {
  const bench = new Workbench(view, context);
  try {
    for (const sides of asked.sides) put(bench, sides, asked);
    const isMended = mend(bench, asked);
    checkPlaces(bench);
    const warnings = checkInvariants(bench);
    const effects = bench.effects();
    if (effects.length > 0 && asked.event.kind === 'event.reversed') refuse('event-built-upon');
    const isPart = isMended || asked.sides.some((sides) => givesUp(sides, pickOf(asked, sides)));
    const choice = effects.length === 0 ? 'theirs' : isPart ? 'mix' : 'ours';
    return { ok: true, choice, effects, restates: restated(bench, asked.event, effects), warnings };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, refusal: error.refusal };
    throw error;
  }
}

function pickOf({ picks }: SettlingAsked, { id }: ThreeSides): RecordPick | undefined {
  return picks.find((pick) => pick.id === id);
}

function put(bench: Workbench, sides: ThreeSides, asked: SettlingAsked): void {
  const merged = mergeSides(sides, pickOf(asked, sides));
  if (merged !== null) bench.put(sides.kind, merged);
}

/** Puts the remedies in; false: there was nothing to put them into, or none was asked for. */
function mend(bench: Workbench, { remedies }: SettlingAsked): boolean {
  const opened = bench
    .listPut('household')
    .filter(({ householdId }) => bench.before.find('household', householdId) === null);
  const { addressId } = remedies;
  const residences = bench.listPut('residence').filter(({ endedOn }) => endedOn === null);
  if (addressId !== null) {
    for (const { householdId } of opened) bench.change('household', householdId, { addressId });
    for (const { residenceId } of residences) bench.change('residence', residenceId, { addressId });
  }
  if (remedies.isNumberRenewed)
    for (const { householdId } of opened) {
      const number = bench.context.takeNumber('household') ?? refuse('numbers-exhausted');
      bench.change('household', householdId, { number });
    }
  const isLed = addressId !== null && opened.length + residences.length > 0;
  return isLed || (remedies.isNumberRenewed && opened.length > 0);
}

/** Nobody gets a place at a frozen address (the registry's own rule; the changes check it when they are planned anew). */
function checkPlaces(bench: Workbench): void {
  for (const addressId of listAddressesEntered(bench)) {
    const address = bench.find('address', addressId)?.data ?? refuse('address-unknown', 'addressId');
    if (address.isFrozen) refuse('address-frozen', 'addressId');
  }
}

/** Where somebody or something goes that was not there before. */
function listAddressesEntered(bench: Workbench): string[] {
  const joined = bench.listPut('membership').filter(({ membershipId, untilOn, householdId }) => {
    const before = bench.before.find('membership', membershipId)?.data;
    return untilOn === null && !(before?.untilOn === null && before.householdId === householdId);
  });
  const households = bench
    .listPut('household')
    .filter(
      ({ householdId, addressId, status }) =>
        status === 'open' && bench.before.find('household', householdId)?.data.addressId !== addressId,
    );
  const residences = bench
    .listPut('residence')
    .filter(
      ({ residenceId, addressId, endedOn }) =>
        endedOn === null && bench.before.find('residence', residenceId)?.data.addressId !== addressId,
    );
  const entered = joined.flatMap(({ householdId }) => bench.find('household', householdId)?.data ?? []);
  return [...entered, ...households, ...residences].map(({ addressId }) => addressId);
}

/** What the event said, as far as it is sent again; null where nothing is, or where nothing was to be counted. */
function restated(bench: Workbench, event: RegisterEvent, effects: readonly Effect[]): ConflictFacts['restates'] {
  if (effects.length === 0 || event.kind === 'event.reversed') return null;
  const said = event.kind === 'conflict.settled' ? event.facts.restates : event.facts;
  const registeredOn = bench.context.today;
  if (said === null || !('movers' in said)) return said && { ...said, registeredOn };
  const placed = effects.flatMap(({ kind, after }) =>
    kind === 'membership' && after.untilOn === null ? [after.personId] : [],
  );
  const movers = said.movers.filter(({ personId }) => placed.includes(personId));
  const household = bench.find('household', said.householdId)?.data;
  const address = household ? bench.find('address', household.addressId)?.data : null;
  if (movers.length === 0 || !address) return null;
  const { division, urbanRural } = address;
  const isNewHousehold = effects.some(({ id, basedOn }) => id === said.householdId && basedOn === 0);
  return { ...said, registeredOn, movers, destination: { division, urbanRural }, isNewHousehold };
}
