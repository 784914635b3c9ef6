import type { Effect, RegisterEvent } from '../domain/events.ts';
import type { Person } from '../domain/records.ts';
import type { RecordKind, RecordOf } from '../domain/register-records.ts';
import { formerNumbersWith } from './former-numbers.ts';

/** What stands in the register as the reason where a record was ended by a reversal; why it was reversed, the event says. */
const reversedWords = '登记已冲销';

/**
 * The record as it was before. What has been on paper is given to nobody again: a blank that was used stays off the shelf, and a number that
 * is taken back stays the person's former one. `kept`: the record as it stands.
 */
export function undone(
  effect: Effect,
  kept: RecordOf<RecordKind>,
  before: RecordOf<RecordKind>,
  today: string,
): RecordOf<RecordKind> {
  if (effect.kind === 'person')
    return { ...(before as Person), formerCitizenIds: formerNumbersWith(kept as Person, (before as Person).citizenId) };
  if (effect.kind !== 'blank' || effect.after.status !== 'used') return before;
  return { ...effect.after, status: 'spoiled', changedOn: today };
}

/**
 * The end of a record that an event made: a place ends on the day it began, a household closes on the day it opened, papers, certificates and
 * permits are void, an address can't be moved to, and a person is cancelled, or registered elsewhere where the event says from where they came.
 */
export function undoNew(effect: Effect, event: RegisterEvent, today: string): RecordOf<RecordKind> {
  switch (effect.kind) {
    case 'address':
      return { ...effect.after, isFrozen: true };
    case 'person':
      return endedPerson(effect.after, event, today);
    case 'household':
      return { ...effect.after, status: 'closed', closedOn: effect.after.openedOn };
    case 'membership':
      return { ...effect.after, untilOn: effect.after.sinceOn };
    case 'residence':
      return { ...effect.after, endedOn: effect.after.registeredOn, endReason: 'false' };
    case 'permit':
      return { ...effect.after, status: 'cancelled', endedOn: effect.after.issuedOn, endReason: reversedWords };
    case 'migration-paper':
    case 'certificate':
      return { ...effect.after, status: 'void', endReason: reversedWords };
    case 'blank':
      return { ...effect.after, status: 'spoiled', changedOn: today };
  }
}

function endedPerson(person: Person, event: RegisterEvent, today: string): Person {
  if (person.status === 'elsewhere') return person;
  const origin = originOf(event, person.personId);
  const ended = { ...person, spouseId: null, endReason: reversedWords };
  if (origin === null) return { ...ended, status: 'cancelled', endedOn: today };
  return { ...ended, status: 'elsewhere', endedOn: null, ...origin };
}

type Origin = Pick<Person, 'hukouDivision' | 'hukouClass'>;

/** Where the person was registered before, as settlements (`movers`) and moves (`from:` and `fromClass:` in the details) note it. */
function originOf(event: RegisterEvent, personId: string): Origin | null {
  const facts = event.kind === 'conflict.settled' ? event.facts.restates : event.facts;
  if (facts === null) return null;
  if ('movers' in facts) {
    const mover = facts.movers.find((each) => each.personId === personId);
    return mover?.fromDivision ? { hukouDivision: mover.fromDivision, hukouClass: mover.fromClass } : null;
  }
  const details = 'details' in facts ? facts.details : {};
  const [from, fromClass] = [details[`from:${personId}`], details[`fromClass:${personId}`]];
  if (typeof from !== 'string') return null;
  return { hukouDivision: from, hukouClass: fromClass === 'urban' || fromClass === 'rural' ? fromClass : null };
}
