import { divisionPath } from '../domain/divisions.ts';
import { formatZh } from '../domain/plain-date.ts';
import type { Person } from '../domain/records.ts';
import type { EnteredPerson } from './entered.ts';
import { formerNumbersWith } from './former-numbers.ts';
import { refuse } from './refusal.ts';
import { isOwnToChange } from './standing.ts';
import type { Workbench } from './workbench.ts';

/** GB/T 2261.2: first, second or renewed marriage, or married without saying which. */
const married: readonly string[] = ['20', '21', '22', '23'];

/**
 * Lays an entered person with a number on the bench as registered here, and answers the person's id. Somebody the register knows (registered
 * elsewhere, moved out, cancelled) keeps their id, parents, spouse and photograph; an open residence registration and an active permit of
 * theirs end, because whoever settles needs neither. Refuses with person-unknown, person-dead, person-already-registered or number-taken (the
 * number is that of somebody with another name).
 */
export function registerArrival(bench: Workbench, entered: EnteredPerson & { readonly citizenId: string }): string {
  const { relation: _, fromDivision, fromClass: __, personId: ___, ...fields } = entered;
  const known = findKnown(bench, entered);
  if (known) checkKnown(known);
  const from = entered.hukouAddress ?? (fromDivision && divisionPath(fromDivision, 'zh'));
  const arrival = arrivalWords(bench.context.today, from);
  const person: Person = {
    ...fields,
    ...(known ? keptOf(known, entered) : {}),
    personId: known?.personId ?? bench.context.newId(),
    formerCitizenIds: known ? formerNumbersWith(known, entered.citizenId) : [],
    arrivedInCity: arrival ?? fields.arrivedInCity,
    arrivedAtAddress: arrival ?? fields.arrivedAtAddress,
    status: 'registered',
    endedOn: null,
    endReason: null,
    hukouDivision: null,
    hukouClass: null,
    hukouAddress: null,
  };
  bench.put('person', person);
  endResidence(bench, person.personId);
  return person.personId;
}

/** `2026年11月22日由吉林省长春市农安县迁来`, as fields 19 and 20 of the card have it; null where nobody knows from where. */
export function arrivalWords(day: string, from: string | null): string | null {
  return from === null || from === '' ? null : `${formatZh(day)}由${from}迁来`.slice(0, 120);
}

function findKnown(bench: Workbench, entered: EnteredPerson & { readonly citizenId: string }): Person | null {
  if (entered.personId !== null) return bench.get('person', entered.personId, 'people');
  const [bearer] = bench.list('person', 'citizenId', entered.citizenId);
  if (!bearer) return null;
  if (bearer.data.name !== entered.name) refuse('number-taken', 'people', { name: entered.name });
  return bearer.data;
}

function checkKnown({ status, name }: Person): void {
  if (status === 'dead') refuse('person-dead', 'people', { name });
  if (status === 'registered') refuse('person-already-registered', 'people', { name });
}

/** What the register knows of a person and a case does not ask for again. A marriage that is over breaks the link. */
function keptOf(known: Person, entered: EnteredPerson): Partial<Person> {
  const spouseId = entered.spouseId ?? known.spouseId;
  return {
    fatherId: entered.fatherId ?? known.fatherId,
    motherId: entered.motherId ?? known.motherId,
    spouseId,
    photoId: entered.photoId ?? known.photoId,
    capacity: entered.capacity ?? known.capacity,
    guardians: entered.guardians.length > 0 ? entered.guardians : known.guardians,
    adoptionIsSecret: entered.adoptionIsSecret || known.adoptionIsSecret,
  };
}

/** Ends an open residence registration and an active permit: whoever is registered here needs neither. */
export function endResidence(bench: Workbench, personId: string): void {
  const endedOn = bench.context.today;
  for (const { data } of bench.list('residence', 'personId', personId))
    if (data.endedOn === null) bench.change('residence', data.residenceId, { endedOn, endReason: 'settled' });
  for (const { data } of bench.list('permit', 'personId', personId))
    if (data.status === 'active')
      bench.change('permit', data.permitId, { status: 'cancelled', endedOn, endReason: 'settled' });
}

/**
 * Makes a marriage known on both sides once all arrivals are laid on the bench: whoever names a spouse is named by them, and a link that the
 * marital status contradicts is taken off. Somebody registered at another station is that station's to change: there a new link waits. Refuses
 * with spouse-dead, spouse-twice (the other is linked to somebody else) or spouse-other-station (a link there would have to be taken off).
 */
export function linkSpouse(bench: Workbench, personId: string): void {
  const { spouseId, maritalStatus } = bench.get('person', personId);
  if (spouseId === null) return;
  const spouse = bench.get('person', spouseId, 'people');
  const { name } = spouse;
  const isOwn = isOwnToChange(bench, spouseId);
  const isLinked = spouse.spouseId === personId;
  if (!married.includes(maritalStatus)) {
    if (isLinked && !isOwn) refuse('spouse-other-station', 'people', { name });
    bench.change('person', personId, { spouseId: null });
    if (isLinked) bench.change('person', spouseId, { spouseId: null });
    return;
  }
  if (spouse.status === 'dead') refuse('spouse-dead', 'people', { name });
  if (spouse.spouseId !== null && !isLinked) refuse('spouse-twice', 'people', { name });
  if (isOwn) bench.change('person', spouseId, { spouseId: personId });
  else if (!isLinked) bench.change('person', personId, { spouseId: null });
}
