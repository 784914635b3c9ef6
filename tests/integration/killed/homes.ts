import { makeSmallTown, townStations } from '../../chaos/small-town.ts';

/** A household both counters work on. */
export interface Home {
  readonly householdId: string;
  readonly personIds: readonly string[];
  readonly adultIds: readonly string[];
}

/** The households of the station in which more than one lives. */
export function listHomes(): Home[] {
  const town = makeSmallTown();
  const adults = new Set(
    town.flatMap(({ kind, data }) => (kind === 'person' && data.bornOn < '2006' ? data.personId : [])),
  );
  const membersOf = (id: string) =>
    town.flatMap(({ kind, data }) => (kind === 'membership' && data.householdId === id ? data.personId : []));
  return town
    .flatMap(({ kind, data }) => (kind === 'household' && data.stationCode === townStations[0] ? data.householdId : []))
    .map((householdId) => ({ householdId, personIds: membersOf(householdId) }))
    .filter(({ personIds }) => personIds.length > 1)
    .map((home) => ({ ...home, adultIds: home.personIds.filter((id) => adults.has(id)) }));
}
