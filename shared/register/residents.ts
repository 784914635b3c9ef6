import type { Person } from '../domain/records.ts';
import type { EnteredPerson } from './entered.ts';
import { formerNumbersWith } from './former-numbers.ts';
import { refuse } from './refusal.ts';
import { findOpenResidence } from './residences.ts';
import type { Workbench } from './workbench.ts';

/** Somebody entered whose registered residence is in another city; they have a number already. */
export type EnteredResident = Omit<EnteredPerson, 'relation'> & { readonly citizenId: string };

/**
 * Lays an entered person on the bench as one registered elsewhere and answers the id. What the register knows of them and the case does not
 * say stays. Refuses with person-unknown, person-dead, number-taken (the number is that of somebody with another name),
 * residence-registered-here (N21 §58, in force 2021-10-01: not inside one city; `cityDivision` is any division of it),
 * residence-hukou-needed (nobody said where they are registered) or residence-open.
 */
export function knowResident(bench: Workbench, entered: EnteredResident, cityDivision: string): string {
  const known = findKnown(bench, entered);
  if (known) checkKnown(bench, known);
  const { fromDivision, fromClass, ...particulars } = entered;
  const hukouDivision =
    entered.hukouDivision ?? fromDivision ?? refuse('residence-hukou-needed', 'people', { name: entered.name });
  if (isSameCity(hukouDivision, cityDivision)) refuse('residence-registered-here', 'people', { name: entered.name });
  const personId = known?.personId ?? bench.context.newId();
  bench.put('person', {
    ...particulars,
    ...(known ? { ...known, ...saidOf(particulars) } : {}),
    personId,
    formerCitizenIds: known ? formerNumbersWith(known, entered.citizenId) : [],
    status: 'elsewhere',
    endedOn: null,
    endReason: null,
    hukouDivision,
    hukouClass: entered.hukouClass ?? fromClass,
  });
  return personId;
}

function findKnown(bench: Workbench, entered: EnteredResident): Person | null {
  if (entered.personId !== null) return bench.get('person', entered.personId, 'people');
  const [bearer] = bench.list('person', 'citizenId', entered.citizenId);
  if (!bearer) return null;
  if (bearer.data.name !== entered.name) refuse('number-taken', 'people', { name: entered.name });
  return bearer.data;
}

function checkKnown(bench: Workbench, { personId, name, status }: Person): void {
  const hasDied = bench.list('residence', 'personId', personId).some(({ data }) => data.endReason === 'died');
  if (status === 'dead' || hasDied) refuse('person-dead', 'people', { name });
  if (status === 'registered') refuse('residence-registered-here', 'people', { name });
  if (findOpenResidence(bench, personId)) refuse('residence-open', 'people', { name });
}

/** GB/T 2260: the first four digits are the city. */
function isSameCity(one: string, other: string): boolean {
  return one.slice(0, 4) === other.slice(0, 4);
}

/** What was said of the person: neither null nor empty, so that silence never takes anything out of the register. */
function saidOf(particulars: Omit<EnteredResident, 'fromDivision' | 'fromClass'>): Partial<Person> {
  const said = Object.entries(particulars).filter(([, value]) =>
    Array.isArray(value) ? value.length > 0 : value !== null && value !== false && value !== '',
  );
  return Object.fromEntries(said);
}
