import type { Membership, Person } from '../../../shared/domain/records.ts';
import type { Database } from '../store/database.ts';
import { registerView } from '../store/register-view.ts';

/**
 * When leaving a household came true: a membership says when it was registered, and somebody who died, moved away or was cancelled there has
 * the day of that. Null while they are in the household.
 */
export function leftOn(database: Database, membership: Membership, person: Person): string | null {
  const { untilOn, membershipId } = membership;
  if (untilOn === null || person.endedOn === null || person.endedOn > untilOn) return untilOn;
  return findLastStay(database, person.personId)?.membershipId === membershipId ? person.endedOn : untilOn;
}

/** The day on which the end of a registration was registered; null where it has not ended, or came true on that very day. */
export function endRegisteredOn(database: Database, { personId, endedOn }: Person): string | null {
  const registeredOn = endedOn === null ? null : (findLastStay(database, personId)?.untilOn ?? null);
  return registeredOn === endedOn ? null : registeredOn;
}

function findLastStay(database: Database, personId: string): Membership | null {
  const stays = registerView(database)
    .list('membership', 'personId', personId)
    .map(({ data }) => data)
    .sort((a, b) => ((a.untilOn ?? '9999') + a.sinceOn < (b.untilOn ?? '9999') + b.sinceOn ? 1 : -1));
  return stays[0] ?? null;
}
