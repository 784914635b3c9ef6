import { canonicalJson } from '../domain/canonical-json.ts';
import type { Effect } from '../domain/events.ts';
import { idOfRecord, type RecordKind, type RecordOf, recordKinds } from '../domain/register-records.ts';
import { type Kept, linkValues, type RecordLinks, type WholeRegister } from './view.ts';

/** The links by which records are found again. */
const links: { readonly [K in RecordKind]: readonly RecordLinks[K][] } = {
  address: ['parentId'],
  person: ['citizenId', 'formerCitizenIds', 'fatherId', 'motherId', 'spouseId'],
  household: ['addressId', 'headPersonId'],
  membership: ['personId', 'householdId'],
  residence: ['personId', 'addressId'],
  permit: ['personId', 'residenceId', 'number'],
  'migration-paper': ['number', 'holderIds'],
  certificate: ['personId', 'number'],
  blank: ['form', 'number'],
};

/** A whole register in memory: for tests, and for replaying events apart from any database. */
export class MemoryRegister implements WholeRegister {
  readonly #records = new Map<RecordKind, Map<string, Kept<RecordKind>>>(recordKinds.map((kind) => [kind, new Map()]));
  /** Ids by kind, link and value. */
  readonly #linked = new Map<string, Set<string>>();

  find<K extends RecordKind>(kind: K, id: string): Kept<K> | null {
    return (this.#records.get(kind)?.get(id) as Kept<K> | undefined) ?? null;
  }

  list<K extends RecordKind>(kind: K, link: RecordLinks[K], value: string): readonly Kept<K>[] {
    const ids = [...(this.#linked.get(`${kind} ${link} ${value}`) ?? [])].sort();
    return ids.flatMap((id) => this.find(kind, id) ?? []);
  }

  listAll<K extends RecordKind>(kind: K): readonly Kept<K>[] {
    return [...(this.#records.get(kind)?.values() ?? [])] as Kept<K>[];
  }

  /** Puts a record in as the registry would: its version counts up. */
  take<K extends RecordKind>(kind: K, data: RecordOf<K>): void {
    const id = idOfRecord(kind, data);
    const before = this.find(kind, id);
    if (before) for (const key of this.#keysOf(kind, before.data)) this.#linked.get(key)?.delete(id);
    for (const key of this.#keysOf(kind, data)) this.#linked.set(key, (this.#linked.get(key) ?? new Set()).add(id));
    this.#records.get(kind)?.set(id, { version: (before?.version ?? 0) + 1, data } as Kept<RecordKind>);
  }

  /** Does what an event did. Throws when it was based on another version: events are replayed in their order. */
  apply(effects: readonly Effect[]): void {
    for (const { kind, id, basedOn, after } of effects) {
      if ((this.find(kind, id)?.version ?? 0) !== basedOn) throw new Error(`${kind} has another version`);
      this.take(kind, after);
    }
  }

  /** The whole register as canonical text: equal registers give equal bytes. */
  export(): string {
    return recordKinds
      .flatMap((kind) => [...this.listAll(kind)].map(({ version, data }) => ({ kind, version, data })))
      .sort(
        (a, b) =>
          recordKinds.indexOf(a.kind) - recordKinds.indexOf(b.kind) ||
          (idOfRecord(a.kind, a.data) < idOfRecord(b.kind, b.data) ? -1 : 1),
      )
      .map((line) => canonicalJson(line))
      .join('\n');
  }

  #keysOf<K extends RecordKind>(kind: K, data: RecordOf<K>): string[] {
    return links[kind].flatMap((link) => linkValues(kind, data, link).map((value) => `${kind} ${link} ${value}`));
  }
}
