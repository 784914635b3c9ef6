import type { Address, Household, Membership, Person } from '../../../shared/domain/records.ts';
import type { VersionedRecord } from '../../../shared/domain/register-records.ts';
import type { Permit, Residence } from '../../../shared/domain/residence-records.ts';
import { makeTown, type TownRequest } from '../../../shared/town/town.ts';

interface Member {
  readonly person: Person;
  readonly membership: Membership;
}

const childCodes = ['20', '22', '23', '24', '30', '32', '33', '34'];

/** A whole small town in memory, with the questions the tests ask of it. */
export class Town {
  readonly records: readonly VersionedRecord[];
  readonly addresses: Address[] = [];
  readonly persons: Person[] = [];
  readonly households: Household[] = [];
  readonly memberships: Membership[] = [];
  readonly residences: Residence[] = [];
  readonly permits: Permit[] = [];
  readonly #addressesById = new Map<string, Address>();
  readonly #personsById = new Map<string, Person>();
  readonly #members = new Map<string, Member[]>();

  constructor(request: TownRequest) {
    this.records = [...makeTown(request)];
    for (const record of this.records) this.#keep(record);
  }

  #keep(record: VersionedRecord): void {
    if (record.kind === 'address') {
      this.addresses.push(record.data);
      this.#addressesById.set(record.id, record.data);
    } else if (record.kind === 'person') {
      this.persons.push(record.data);
      this.#personsById.set(record.id, record.data);
    } else if (record.kind === 'household') this.households.push(record.data);
    else if (record.kind === 'residence') this.residences.push(record.data);
    else if (record.kind === 'permit') this.permits.push(record.data);
    else if (record.kind === 'membership') this.#keepMembership(record.data);
  }

  #keepMembership(membership: Membership): void {
    this.memberships.push(membership);
    const person = this.#personsById.get(membership.personId);
    if (!person) throw new Error('a membership of nobody');
    const members = this.#members.get(membership.householdId) ?? [];
    members.push({ person, membership });
    this.#members.set(membership.householdId, members);
  }

  person(id: string): Person | undefined {
    return this.#personsById.get(id);
  }

  address(id: string): Address | undefined {
    return this.#addressesById.get(id);
  }

  membersOf(householdId: string): Member[] {
    return (this.#members.get(householdId) ?? []).filter(({ membership }) => membership.untilOn === null);
  }

  /** Everyone who is in a household now. */
  members(): Member[] {
    return this.households.flatMap(({ householdId }) => this.membersOf(householdId));
  }

  *couples(): Generator<{ head: Person; spouse: Person }> {
    for (const { householdId } of this.households) {
      const { head, spouse } = this.#coupleOf(householdId);
      if (head && spouse) yield { head, spouse };
    }
  }

  *children(): Generator<{ parents: Person[]; child: Person }> {
    for (const { householdId } of this.households) {
      const { head, spouse } = this.#coupleOf(householdId);
      const parents = [head, spouse].filter((person) => person !== undefined);
      for (const { person, membership } of this.membersOf(householdId)) {
        if (childCodes.includes(membership.relation)) yield { parents, child: person };
      }
    }
  }

  *parents(): Generator<{ parent: Person; child: Person }> {
    for (const { parents, child } of this.children()) for (const parent of parents) yield { parent, child };
    for (const { householdId } of this.households) {
      const { head, spouse } = this.#coupleOf(householdId);
      for (const { person, membership } of this.membersOf(householdId)) {
        if (['51', '52'].includes(membership.relation) && head) yield { parent: person, child: head };
        if (['53', '54', '55', '56'].includes(membership.relation) && spouse) yield { parent: person, child: spouse };
      }
    }
  }

  #coupleOf(householdId: string): { head?: Person; spouse?: Person } {
    const of = (codes: string[]) =>
      this.membersOf(householdId).find(({ membership }) => codes.includes(membership.relation))?.person;
    return { head: of(['02']), spouse: of(['11', '12']) };
  }
}
