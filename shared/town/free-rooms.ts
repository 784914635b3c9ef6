import type { Address } from '../domain/records.ts';

/** A room where nobody is registered and people may move in. */
export type FreeRoom = Pick<Address, 'addressId' | 'urbanRural'>;

/** Finds the rooms of each station that the households leave empty, every ninth, while the addresses pass by. */
export class FreeRooms {
  readonly #seen = new Map<string, number>();
  readonly #free = new Map<string, FreeRoom[]>();

  pass(address: Address): void {
    const { level, stationCode, addressId, urbanRural } = address;
    if (level !== 'room' || stationCode === null) return;
    const position = this.#seen.get(stationCode) ?? 0;
    this.#seen.set(stationCode, position + 1);
    if (position % 9 !== 8 || address.isFrozen) return;
    const free = this.#free.get(stationCode) ?? [];
    this.#free.set(stationCode, free);
    free.push({ addressId, urbanRural });
  }

  /** The station's free room for its `position`-th resident, from the last one on; null where there is none. One in four shares a room. */
  find(stationCode: string, position: number): FreeRoom | null {
    const free = this.#free.get(stationCode) ?? [];
    return free.at(-1 - (Math.floor((position * 3) / 4) % free.length)) ?? null;
  }
}
