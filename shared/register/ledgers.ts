import { type PermitFunction, permitStateOn } from '../domain/permit-function.ts';
import { addMonths } from '../domain/plain-date.ts';
import type { Address, Person } from '../domain/records.ts';
import type { Permit, Residence } from '../domain/residence-records.ts';

/** A resident from elsewhere with the registration that stands. */
export interface ResidentEntry {
  readonly person: Person;
  readonly residence: Residence;
  readonly address: Address;
}

/** One line of 以房管人 or 以业管人 (article 8): a house or an employer, and its people. */
export interface LedgerLine {
  /** Full name of the address, or name of the employer. */
  readonly name: string;
  readonly addressId: string | null;
  /** Who lets the place, each once; empty for an employer. */
  readonly landlords: readonly string[];
  readonly people: readonly ResidentEntry[];
}

/** 以房管人: by address, in the order of the addresses; people in the order of their registration. Ended registrations are left out. */
export function listHouses(entries: Iterable<ResidentEntry>): LedgerLine[] {
  return grouped(entries, ({ residence }) => residence.addressId)
    .map(([addressId, people]) => ({
      name: people[0]?.address.fullName ?? '',
      addressId,
      landlords: [...new Set(people.flatMap(({ residence }) => residence.landlord ?? []))],
      people,
    }))
    .sort((a, b) => compare(a.name, b.name));
}

/** 以业管人: by employer, in the order of the names. Residents without an employer are left out. */
export function listEmployers(entries: Iterable<ResidentEntry>): LedgerLine[] {
  return grouped(entries, ({ residence }) => residence.employer)
    .map(([name, people]) => ({ name, addressId: null, landlords: [], people }))
    .sort((a, b) => compare(a.name, b.name));
}

/** One permit of 以证管人 with what its dates say today. */
export interface PermitLine {
  readonly person: Person;
  readonly permit: Permit;
  readonly function: PermitFunction;
}

/** 以证管人: the permits that have not ended, those whose cover runs out first in front (suspended ones before all). */
export function listPermits(
  holders: Iterable<{ readonly person: Person; readonly permit: Permit }>,
  today: string,
): PermitLine[] {
  return [...holders]
    .map(({ person, permit }) => ({ person, permit, function: permitStateOn(permit, today) }))
    .filter((line) => line.function.state !== 'ended')
    .sort((a, b) => compare(sortKey(a), sortKey(b)));
}

/** Whom to remind: permits whose last day for the endorsement lies between today and a month from today. */
export function listReminders(lines: readonly PermitLine[], today: string): PermitLine[] {
  const until = addMonths(today, 1);
  return lines.filter(({ function: { coveredUntil } }) => coveredUntil >= today && coveredUntil <= until);
}

function sortKey({ permit, function: { coveredUntil } }: PermitLine): string {
  return `${coveredUntil} ${permit.number}`;
}

/** Registrations that stand, by what they have in common. */
function grouped(
  entries: Iterable<ResidentEntry>,
  keyOf: (entry: ResidentEntry) => string | null,
): [string, ResidentEntry[]][] {
  const groups = new Map<string, ResidentEntry[]>();
  for (const entry of entries) {
    const key = keyOf(entry);
    if (key === null || entry.residence.endedOn !== null) continue;
    const group = groups.get(key) ?? [];
    groups.set(key, group);
    group.push(entry);
  }
  for (const group of groups.values()) {
    group.sort((a, b) => compare(a.residence.registeredOn, b.residence.registeredOn));
  }
  return [...groups];
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
