import { findEvent } from '../../electron/station/store/events.ts';
import type { ChaosStation } from './chaos-station.ts';
import { listOwnEventIds } from './station-facts.ts';

/** An event that a station committed, with the numbers it gave away. */
interface Committed {
  readonly eventId: string;
  readonly stationName: string;
  /** Numbers as they are unique: 户号 in its station, 受理编号, numbers of papers. */
  readonly numbers: readonly string[];
  /** Made on an old copy that had not heard of the registry yet. */
  readonly isForgetful: boolean;
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

  commit(station: ChaosStation, eventId: string): void {
    const event = findEvent(station.database, eventId)?.event;
    if (!event) throw new Error('a committed event is not there');
    const numbers = event.effects.flatMap((effect) => {
      if (effect.basedOn > 0) return [];
      if (effect.kind === 'household') return [`household ${effect.after.stationCode} ${effect.after.number}`];
      return effect.kind === 'certificate' ? [`paper ${effect.after.number}`] : [];
    });
    if ('acceptanceNumber' in event.facts) numbers.push(`acceptance ${event.facts.acceptanceNumber}`);
    this.committed.push({ eventId, stationName: station.place.name, numbers, isForgetful: station.isForgetful });
    this.count('committed');
  }

  keepBackup({ place, database }: ChaosStation): void {
    this.#backups.set(place.name, new Set(listOwnEventIds(database)));
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
