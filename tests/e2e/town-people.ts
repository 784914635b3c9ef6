import { permitStateOn } from '../../shared/domain/permit-function.ts';
import { addMonths, addYears } from '../../shared/domain/plain-date.ts';
import type { Address, Household, Membership, Person } from '../../shared/domain/records.ts';
import type { VersionedRecord } from '../../shared/domain/register-records.ts';
import type { Permit, Residence } from '../../shared/domain/residence-records.ts';
import { makeTown } from '../../shared/town/town.ts';
import { freeRoomsOf } from './practice-world.ts';

type Kind = VersionedRecord['kind'];
type RecordOf<K extends Kind> = Extract<VersionedRecord, { kind: K }>['data'];
type PermitWish = 'due' | 'suspended' | 'none-after-half-a-year';

const adultAge = 18;
const today = new Date().toLocaleDateString('sv', { timeZone: 'Asia/Shanghai' });

/** One for each word of the shape. */
type Members<S extends string> = S extends `${string} ${infer Rest}` ? [Person, ...Members<Rest>] : [Person];

/** A household of the town with whoever is in it, the head first. */
export interface Family<M extends readonly Person[] = readonly Person[]> {
  readonly householdId: string;
  readonly number: string;
  readonly addressId: string;
  readonly members: M;
}

interface ShapedFamily extends Family {
  readonly shape: string;
}

/** The made-up town of practice mode as the tests choose from it: nobody is given twice. */
export class TownPeople {
  readonly #records: readonly VersionedRecord[] = [...makeTown({ persons: 20_000, seed: 1 })];
  readonly #persons = new Map(this.#all('person').map((it) => [it.personId, it]));
  readonly #families = this.#listFamilies();
  readonly #rooms = freeRoomsOf(this.#records);
  readonly #taken = new Set<string>();

  /** A family household with exactly these members: the relation to the head, `!` behind it for a minor, e.g. `02 12 20!`. */
  family<S extends string>(shape: S): Family<Members<S>> {
    const isFree = (it: ShapedFamily): it is ShapedFamily & Family<Members<S>> =>
      it.shape === shape && !this.#taken.has(it.householdId);
    const found = this.#families.find(isFree);
    if (!found) throw new Error(`the town has no household «${shape}» left`);
    this.#taken.add(found.householdId);
    return found;
  }

  /** Somebody from another city whose permit, or whose residence without one, is like this today. */
  resident(wish: PermitWish): Person {
    const permits = new Map(this.#all('permit').map((it) => [it.personId, it]));
    const found = this.#all('residence').find(
      (it) => !this.#taken.has(it.personId) && isWished(wish, it, permits.get(it.personId)),
    );
    if (!found) throw new Error(`the town has no resident «${wish}» left today`);
    this.#taken.add(found.personId);
    return this.#person(found.personId);
  }

  /** A room of the city where nobody is registered. */
  room(): Address {
    const found = this.#rooms.shift();
    if (!found) throw new Error('the town has no free room left');
    return found;
  }

  #listFamilies(): readonly ShapedFamily[] {
    const stays = new Map<string, Membership[]>();
    for (const it of this.#all('membership').filter(({ untilOn }) => untilOn === null))
      stays.set(it.householdId, [...(stays.get(it.householdId) ?? []), it]);
    return this.#all('household')
      .filter((it) => it.kind === 'family' && it.status === 'open')
      .map((it) => this.#familyOf(it, stays.get(it.householdId) ?? []));
  }

  #familyOf({ householdId, number, addressId }: Household, stays: readonly Membership[]): ShapedFamily {
    const members = stays.map((it) => this.#person(it.personId));
    const bornBefore = addYears(today, -adultAge);
    const shape = stays.map((it, at) => `${it.relation}${(members[at]?.bornOn ?? '') > bornBefore ? '!' : ''}`);
    return { householdId, number, addressId, members, shape: shape.join(' ') };
  }

  #person(personId: string): Person {
    const found = this.#persons.get(personId);
    if (!found) throw new Error(`nobody has the id ${personId}`);
    return found;
  }

  #all<K extends Kind>(kind: K): readonly RecordOf<K>[] {
    return this.#records.flatMap((it) => (it.kind === kind ? [it.data as RecordOf<K>] : []));
  }
}

function isWished(wish: PermitWish, residence: Residence, permit: Permit | undefined): boolean {
  if (wish === 'none-after-half-a-year') return !permit && addMonths(residence.firstRegisteredOn, 6) <= today;
  return permit !== undefined && permitStateOn(permit, today).state === wish;
}
