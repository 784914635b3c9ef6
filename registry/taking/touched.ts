import type { Effect, RegisterEvent } from '../../shared/domain/events.ts';
import type { Address, Household, Membership } from '../../shared/domain/records.ts';
import type { VersionedRecord } from '../../shared/domain/register-records.ts';
import type { HeldRecord, RecordRef } from '../store/records.ts';
import type { RegisterView } from './register-view.ts';

const keyOf = ({ kind, id }: RecordRef): string => `${kind}:${id}`;

/** The record an effect makes; its version is the one after that on which the effect is based. */
export function recordOf({ kind, id, basedOn, after }: Effect): VersionedRecord {
  return { kind, id, version: basedOn + 1, data: after } as VersionedRecord;
}

/** What an event meets in the register: every record it changes or names, before and after. */
export class Touched {
  readonly event: RegisterEvent;
  readonly view: RegisterView;
  readonly #after = new Map<string, VersionedRecord>();

  constructor(event: RegisterEvent, view: RegisterView) {
    this.event = event;
    this.view = view;
    for (const effect of event.effects) this.#after.set(keyOf(effect), recordOf(effect));
  }

  /** As the register holds it before the event, or null. */
  before(ref: RecordRef): HeldRecord | null {
    return this.view.find(ref);
  }

  /** As it would be after the event, whether the event changes it or not; null when there is no such record. */
  after(ref: RecordRef): VersionedRecord | null {
    return this.#after.get(keyOf(ref)) ?? this.before(ref)?.record ?? null;
  }

  /** Whether the event itself changes the record. */
  isChanged(ref: RecordRef): boolean {
    return this.#after.has(keyOf(ref));
  }

  /** Whether a record the event does not change claims this. */
  isClaimedByOther(claim: string): boolean {
    return this.view.isClaimedByOther(claim, (key) => this.#after.has(key));
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
