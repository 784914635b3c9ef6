import type { Effect } from '../domain/events.ts';
import type { Household, Membership, Person } from '../domain/records.ts';
import { idOfRecord, type RecordKind, type RecordOf, recordKinds } from '../domain/register-records.ts';
import { type Refusal, type RefusalCode, type RefusalParams, refuse } from './refusal.ts';
import { type Kept, linkValues, type RecordLinks, type RegisterView } from './view.ts';

/** What a change needs beside the register: the day, new ids, numbers from the station's blocks, and what the pack sets. */
export interface ChangeContext {
  readonly stationCode: string;
  /** The calendar day at the counter. */
  readonly today: string;
  newId(): string;
  /** The next number of a leased block; null when the block is used up. */
  takeNumber(kind: 'household' | 'paper' | 'certificate' | 'permit'): string | null;
  readonly settings: ChangeSettings;
}

/** What the law leaves to the place, from the pack. */
export interface ChangeSettings {
  /** Pages of a household book: most members of a family household. */
  readonly bookPages: number;
  readonly moveInPermitDays: number;
  readonly migrationCertificateDays: number;
  readonly reversalDays: number;
}

/** Someone in a household now. */
export interface BenchMember {
  readonly person: Person;
  readonly membership: Membership;
}

/**
 * The register with a change laid over it: reads see what was put before, nothing is written. At the end `effects` says what the change
 * does to each record, in the order in which records lean on each other.
 */
export class Workbench implements RegisterView {
  readonly context: ChangeContext;
  readonly #view: RegisterView;
  readonly #put = new Map<string, { kind: RecordKind; id: string; data: RecordOf<RecordKind> }>();
  readonly #warnings: Refusal[] = [];

  constructor(view: RegisterView, context: ChangeContext) {
    this.#view = view;
    this.context = context;
  }

  /** The register without the change. */
  get before(): RegisterView {
    return this.#view;
  }

  find<K extends RecordKind>(kind: K, id: string): Kept<K> | null {
    const before = this.#view.find(kind, id);
    const put = this.#put.get(`${kind}:${id}`);
    return put ? { version: before?.version ?? 0, data: put.data as RecordOf<K> } : before;
  }

  list<K extends RecordKind>(kind: K, link: RecordLinks[K], value: string): readonly Kept<K>[] {
    const kept = this.#view
      .list(kind, link, value)
      .filter(({ data }) => !this.#put.has(`${kind}:${idOfRecord(kind, data)}`));
    const put = [...this.#put.values()]
      .filter((each) => each.kind === kind && linkValues(kind, each.data as RecordOf<K>, link).includes(value))
      .flatMap(({ id }) => this.find(kind, id) ?? []);
    return [...kept, ...put];
  }

  /** The record as it stands. Refuses where there is none. */
  get<K extends RecordKind>(kind: K, id: string, field: string | null = null): RecordOf<K> {
    const kept = this.find(kind, id);
    if (kept) return kept.data;
    return refuse(unknownCodes[kind], field);
  }

  /** Lays a record over the register: a new one, or another state of one that is there. */
  put<K extends RecordKind>(kind: K, data: RecordOf<K>): void {
    const id = idOfRecord(kind, data);
    this.#put.set(`${kind}:${id}`, { kind, id, data });
  }

  /** Changes some fields of a record that is there. */
  change<K extends RecordKind>(kind: K, id: string, fields: Partial<RecordOf<K>>): void {
    this.put(kind, { ...this.get(kind, id), ...fields });
  }

  /** The person's one open membership, or null: registered nowhere in this copy. */
  findPlace(personId: string): Membership | null {
    return this.list('membership', 'personId', personId).find(({ data }) => data.untilOn === null)?.data ?? null;
  }

  /** The household the person is registered in. Refuses with person-not-registered. */
  getHouseholdOf(personId: string, field: string | null = null): Household {
    const place = this.findPlace(personId);
    return place ? this.get('household', place.householdId) : refuse('person-not-registered', field);
  }

  /** Everyone in the household now, in the order of joining. */
  listMembers(householdId: string): BenchMember[] {
    return this.list('membership', 'householdId', householdId)
      .filter(({ data }) => data.untilOn === null)
      .map(({ data }) => ({ membership: data, person: this.get('person', data.personId) }))
      .sort((a, b) =>
        a.membership.sinceOn + a.membership.membershipId < b.membership.sinceOn + b.membership.membershipId ? -1 : 1,
      );
  }

  /** Tells the clerk what to look at again; does not stop the change. */
  warn(code: RefusalCode, field: string | null = null, params: RefusalParams = {}): void {
    this.#warnings.push({ code, field, params });
  }

  /** What was warned of so far. */
  warnings(): readonly Refusal[] {
    return this.#warnings;
  }

  /** The records put so far, of one kind. */
  listPut<K extends RecordKind>(kind: K): RecordOf<K>[] {
    return [...this.#put.values()].filter((each) => each.kind === kind).map(({ data }) => data as RecordOf<K>);
  }

  /** The ids of the records put so far, of one kind. */
  listPutIds(kind: RecordKind): string[] {
    return [...this.#put.values()].filter((each) => each.kind === kind).map(({ id }) => id);
  }

  /** What the change does to each record that is not the same as before. */
  effects(): Effect[] {
    return [...this.#put.values()]
      .flatMap(({ kind, id, data }): Effect[] => {
        const before = this.#view.find(kind, id);
        if (before && JSON.stringify(before.data) === JSON.stringify(data)) return [];
        const basedOn = {
          basedOn: before?.version ?? 0,
          ...(before?.waitsFor ? { basedOnEvent: before.waitsFor } : {}),
        };
        return [{ kind, id, ...basedOn, after: data } as Effect];
      })
      .sort((a, b) => recordKinds.indexOf(a.kind) - recordKinds.indexOf(b.kind));
  }
}

const unknownCodes = {
  address: 'address-unknown',
  person: 'person-unknown',
  household: 'household-unknown',
  membership: 'not-a-member',
  residence: 'residence-unknown',
  permit: 'permit-unknown',
  'migration-paper': 'paper-unknown',
  certificate: 'paper-unknown',
  blank: 'blank-unknown',
} as const;
