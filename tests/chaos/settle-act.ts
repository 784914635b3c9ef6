import { findBuiltOn, listRefused } from '../../electron/station/conflicts/refused.ts';
import { givenUp, settleRefused } from '../../electron/station/conflicts/settle.ts';
import { ConflictDecision } from '../../shared/contract/conflict.ts';
import type { RegisterEvent } from '../../shared/domain/events.ts';
import type { Chance } from './chance.ts';
import type { ChaosStation } from './chaos-station.ts';
import { isCutShort, operatorId } from './register-act.ts';
import { listOwnEventIds } from './station-facts.ts';

const ways = { asProposed: 5, ours: 3, theirs: 2, mix: 5, withdrawn: 2 } as const;
const sides = ['ours', 'theirs'] as const;

/** What an officer chooses, field by field, without much thought. */
function decide({ effects }: RegisterEvent, chance: Chance): ConflictDecision {
  const way = chance.weighed(ways);
  if (way === 'withdrawn') return givenUp;
  const sideOf = () => (way === 'mix' ? chance.pick(sides) : way === 'theirs' ? 'theirs' : 'ours');
  const picks = effects.map(({ id, after }) => ({
    id,
    isLeftOut: way === 'theirs' || (way === 'mix' && chance.happens(15)),
    fields: Object.fromEntries(Object.keys(after).map((field) => [field, sideOf()])),
  }));
  const remedies = { isNumberRenewed: chance.happens(20), addressId: null };
  return ConflictDecision.parse({ picks: way === 'asProposed' ? [] : picks, remedies });
}

/** Settles one event as the program does; answers the ids of the events that this made, none where it can't be settled so. */
function settle(station: ChaosStation, { eventId }: RegisterEvent, decision: ConflictDecision): string[] {
  const known = new Set(listOwnEventIds(station.database));
  try {
    const operator = { operatorId, role: 'chief' } as const;
    const settled = settleRefused(station.program, { eventId, decision, operator, reason: '核对后处理' });
    return settled.ok ? listOwnEventIds(station.database).filter((id) => !known.has(id)) : [];
  } catch (error) {
    if (isCutShort(station, error)) return [];
    throw error;
  }
}

/** An officer takes up one of the events at the desk whose turn it is, and chooses somehow. */
export function settleSome(station: ChaosStation, chance: Chance): string[] {
  const refused = listRefused(station.database);
  const free = refused.filter(({ event }) => findBuiltOn(station.database, refused, event) === null);
  if (free.length === 0) return [];
  const { event } = chance.pick(free);
  return settle(station, event, decide(event, chance));
}

/** Gives everything at the desk up that can be by now, the oldest first. */
export function giveAllUp(station: ChaosStation): string[] {
  return listRefused(station.database).flatMap(({ event }) => settle(station, event, givenUp));
}
