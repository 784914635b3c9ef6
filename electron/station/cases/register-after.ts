import type { Effect } from '../../../shared/domain/events.ts';
import type { Household, Membership, Person } from '../../../shared/domain/records.ts';
import { idOfRecord, type RecordKind, type RecordOf } from '../../../shared/domain/register-records.ts';
import type { RegisterView } from '../../../shared/register/view.ts';

/** A record that a change touches: as it was (null: new) and as it will be. */
interface Touched<K extends RecordKind> {
  readonly before: RecordOf<K> | null;
  readonly after: RecordOf<K>;
}

/** The register as a planned change leaves it, beside the register as it stands. */
export class RegisterAfter {
  readonly #view: RegisterView;
  readonly #effects: readonly Effect[];

  constructor(view: RegisterView, effects: readonly Effect[]) {
    this.#view = view;
    this.#effects = effects;
  }

  /** The records of a kind that the change touches, in the order of its effects. */
  listTouched<K extends RecordKind>(kind: K): Touched<K>[] {
    return this.#effects.flatMap((effect) => {
      if (effect.kind !== kind) return [];
      const before = this.#view.find(kind, effect.id)?.data ?? null;
      return [{ before, after: effect.after as RecordOf<K> }];
    });
  }

  /** The record after the change, or null. */
  find<K extends RecordKind>(kind: K, id: string): RecordOf<K> | null {
    const effect = this.#effects.find((each) => each.kind === kind && each.id === id);
    return effect ? (effect.after as RecordOf<K>) : (this.#view.find(kind, id)?.data ?? null);
  }

  /** Name of a person after the change; empty where this register does not hold them. */
  nameOf(personId: string): string {
    return this.find('person', personId)?.name ?? '';
  }

  /** The household the person is registered in after the change, or null. */
  findHouseholdOf(personId: string): Household | null {
    const open = this.#memberships('personId', personId).find(({ untilOn }) => untilOn === null);
    return open ? this.find('household', open.householdId) : null;
  }

  /** Everyone in the household after the change. */
  listMembers(householdId: string): Person[] {
    return this.#memberships('householdId', householdId)
      .filter(({ untilOn }) => untilOn === null)
      .flatMap(({ personId }) => this.find('person', personId) ?? []);
  }

  /** The person's permit that is in use after the change, or null. */
  findActivePermit(personId: string): RecordOf<'permit'> | null {
    const kept = this.#view.list('permit', 'personId', personId).map(({ data }) => data.permitId);
    const touched = this.listTouched('permit').map(({ after }) => after.permitId);
    const permits = [...new Set([...kept, ...touched])].flatMap((permitId) => this.find('permit', permitId) ?? []);
    return permits.find((permit) => permit.personId === personId && permit.status === 'active') ?? null;
  }

  #memberships(link: 'personId' | 'householdId', value: string): Membership[] {
    const kept = this.#view.list('membership', link, value).map(({ data }) => data);
    const after = this.listTouched('membership').map((each) => each.after);
    const changed = new Set(after.map((membership) => idOfRecord('membership', membership)));
    const untouched = kept.filter(({ membershipId }) => !changed.has(membershipId));
    return [...untouched, ...after.filter((membership) => membership[link] === value)];
  }
}
