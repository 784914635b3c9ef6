import type { Effect, RegisterEvent } from '../../shared/domain/events.ts';
import type { Address, Household, Membership } from '../../shared/domain/records.ts';
import { VersionedRecord } from '../../shared/domain/register-records.ts';
import type { Queryable } from '../store/database.ts';
import { type HeldRecord, lockRecords, type RecordRef } from '../store/records.ts';

const keyOf = ({ kind, id }: RecordRef): string => `${kind}:${id}`;

/** The record an effect makes; its version is the one after that on which the effect is based. */
export function recordOf(effect: Effect): VersionedRecord {
  return VersionedRecord.parse({
    kind: effect.kind,
    id: effect.id,
    version: effect.basedOn + 1,
    data: effect.after,
  });
}

/** What an event meets in the register: every record it changes or names, before and after. */
export class Touched {
  readonly event: RegisterEvent;
  readonly #before = new Map<string, HeldRecord>();
  readonly #after = new Map<string, VersionedRecord>();

  constructor(event: RegisterEvent) {
    this.event = event;
    for (const effect of event.effects) this.#after.set(keyOf(effect), recordOf(effect));
  }

  /** Takes in records as the register holds them now. */
  remember(held: readonly HeldRecord[]): void {
    for (const each of held) this.#before.set(keyOf(each.record), each);
  }

  /** As the register holds it now, or null. */
  before(ref: RecordRef): HeldRecord | null {
    return this.#before.get(keyOf(ref)) ?? null;
  }

  /** As it would be after the event, whether the event changes it or not; null when there is no such record. */
  after(ref: RecordRef): VersionedRecord | null {
    return this.#after.get(keyOf(ref)) ?? this.before(ref)?.record ?? null;
  }

  /** Whether the event itself changes the record. */
  isChanged(ref: RecordRef): boolean {
    return this.#after.has(keyOf(ref));
  }

  /** Whether the event undoes what an earlier one of its station made of the record: then it may, wherever the record belongs. */
  isUndone(ref: RecordRef): boolean {
    const { kind, facts } = this.event;
    return kind === 'event.reversed' && this.before(ref)?.eventId === facts.reversedEventId;
  }

  household(id: string): Household | null {
    const record = this.after({ kind: 'household', id });
    return record?.kind === 'household' ? record.data : null;
  }

  householdBefore(id: string): Household | null {
    const record = this.before({ kind: 'household', id })?.record;
    return record?.kind === 'household' ? record.data : null;
  }

  membershipBefore(id: string): Membership | null {
    const record = this.before({ kind: 'membership', id })?.record;
    return record?.kind === 'membership' ? record.data : null;
  }

  /** The station a record belongs to after the event; null: a person, or an address above all stations. */
  stationOf(record: VersionedRecord): string | null {
    if (record.kind === 'person') return null;
    if (record.kind === 'membership') return this.household(record.data.householdId)?.stationCode ?? null;
    return record.data.stationCode;
  }

  address(id: string): Address | null {
    const record = this.after({ kind: 'address', id });
    return record?.kind === 'address' ? record.data : null;
  }
}

function refsOf(effect: Effect): RecordRef[] {
  const own = { kind: effect.kind, id: effect.id };
  switch (effect.kind) {
    case 'household':
      return [own, { kind: 'address', id: effect.after.addressId }];
    case 'membership':
      return [own, { kind: 'household', id: effect.after.householdId }, { kind: 'person', id: effect.after.personId }];
    case 'residence':
      return [own, { kind: 'address', id: effect.after.addressId }, { kind: 'person', id: effect.after.personId }];
    case 'permit':
    case 'certificate':
      return [own, { kind: 'person', id: effect.after.personId }];
    default:
      return [own];
  }
}

/** Reads and locks what the event changes or names: its records, their households and persons, the addresses of the households. */
export async function lockTouched(transaction: Queryable, event: RegisterEvent): Promise<Touched> {
  const touched = new Touched(event);
  touched.remember(await lockRecords(transaction, event.effects.flatMap(refsOf)));
  const households = event.effects.map((effect) =>
    effect.kind === 'membership' ? touched.household(effect.after.householdId) : null,
  );
  const addresses = households.flatMap((household): RecordRef[] =>
    household ? [{ kind: 'address', id: household.addressId }] : [],
  );
  const missing = addresses.filter((ref) => touched.before(ref) === null);
  if (missing.length > 0) touched.remember(await lockRecords(transaction, missing));
  return touched;
}
