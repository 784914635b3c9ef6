import { findEvent } from '../../electron/station/store/events.ts';
import type { ConflictFacts, RegisterEvent } from '../../shared/domain/events.ts';
import type { ChaosStation } from './chaos-station.ts';
import { listAnsweredEventIds, listOwnEventIds } from './station-facts.ts';

/** An event that a station committed, with the numbers it gave away. */
interface Committed {
  readonly eventId: string;
  readonly stationName: string;
  /** Numbers as they are unique (户号 in its station, 受理编号, numbers of papers), each with what has it. */
  readonly numbers: readonly { readonly number: string; readonly holder: string }[];
  /** Made on an old copy that had not heard of the registry yet. */
  readonly isForgetful: boolean;
}

function numbersOf({ effects, facts, caseId }: RegisterEvent): Committed['numbers'] {
  const numbers = effects.flatMap(({ kind, id, basedOn, after }) => {
    if (basedOn > 0) return [];
    if (kind === 'household') return [{ number: `household ${after.stationCode} ${after.number}`, holder: id }];
    return kind === 'certificate' ? [{ number: `paper ${after.number}`, holder: id }] : [];
  });
  const acceptance = 'acceptanceNumber' in facts ? facts.acceptanceNumber : '';
  return acceptance === '' ? numbers : [...numbers, { number: `acceptance ${acceptance}`, holder: caseId }];
}

/** What happened, as somebody who sees everything would write it down. */
export class Ledger {
  readonly committed: Committed[] = [];
  readonly #backups = new Map<string, ReadonlySet<string>>();
  readonly #forgotten = new Set<string>();
  readonly counts: Record<string, number> = {};

  count(what: string): void {
    this.counts[what] = (this.counts[what] ?? 0) + 1;
  }

  /** Answers how the event settles another one; null: it settles none. */
  commit(
    station: Pick<ChaosStation, 'database' | 'place' | 'isForgetful'>,
    eventId: string,
  ): ConflictFacts['choice'] | null {
    const event = findEvent(station.database, eventId)?.event;
    if (!event) throw new Error('a committed event is not there');
    const { name: stationName } = station.place;
    const settled = event.kind === 'conflict.settled' ? event.facts : null;
    // What is sent again keeps the numbers it had.
    const isForgetful = station.isForgetful || (settled !== null && this.#isForgetful(settled.settledEventId));
    this.committed.push({ eventId, stationName, numbers: numbersOf(event), isForgetful });
    this.count('committed');
    return settled?.choice ?? null;
  }

  #isForgetful(id: string): boolean {
    return this.committed.some(({ eventId, isForgetful }) => eventId === id && isForgetful);
  }

  keepBackup({ place, database }: ChaosStation): void {
    this.#backups.set(place.name, new Set(listOwnEventIds(database)));
  }

  /** Whether the registry has answered something since the counter was backed up last. */
  hasAnsweredSince({ place, database }: ChaosStation): boolean {
    const kept = this.#backups.get(place.name) ?? new Set();
    return listAnsweredEventIds(database).some((eventId) => !kept.has(eventId));
  }

  /** The file is an old copy now: what was committed since is not in it. */
  putBack({ place }: ChaosStation): void {
    const kept = this.#backups.get(place.name) ?? new Set();
    for (const { eventId, stationName } of this.committed)
      if (stationName === place.name && !kept.has(eventId)) this.#forgotten.add(eventId);
  }

  /** Whether nobody but the registry can know the event any more. */
  isForgotten(eventId: string): boolean {
    return this.#forgotten.has(eventId);
  }
}
