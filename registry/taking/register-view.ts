import { claimOf } from '../../shared/domain/register-records.ts';
import type { HouseholdSerial } from '../store/leases.ts';
import type { HeldRecord, RecordRef, Tie } from '../store/records.ts';

const keyOf = ({ kind, id }: RecordRef): string => `${kind}:${id}`;
const serialKeyOf = ({ stationCode, serial }: HouseholdSerial): string => `${stationCode}:${serial}`;

/** A record that events of a group made, and as the register had it before them all. */
interface MadeRecord {
  readonly held: HeldRecord;
  readonly before: HeldRecord | null;
}

/** What a group of events meets in the register, with what those of them that are judged already have made of it. */
export class RegisterView {
  readonly #records = new Map<string, HeldRecord>();
  /** Keys of the records that hold the claims events of the group ask for. */
  readonly #claimants = new Map<string, string>();
  readonly #ties = new Map<string, Map<string, Tie>>();
  readonly #leased = new Set<string>();
  readonly #made = new Map<string, MadeRecord>();

  rememberRecords(held: readonly HeldRecord[]): void {
    for (const each of held) this.#records.set(keyOf(each.record), each);
  }

  rememberClaimants(claimants: readonly (RecordRef & { readonly claim: string })[]): void {
    for (const claimant of claimants) this.#claimants.set(claimant.claim, keyOf(claimant));
  }

  rememberTies(ties: readonly Tie[]): void {
    for (const tie of ties) this.#tiesOf(tie.personId).set(keyOf(tie), tie);
  }

  rememberLeased(serials: readonly HouseholdSerial[]): void {
    for (const serial of serials) this.#leased.add(serialKeyOf(serial));
  }

  find(ref: RecordRef): HeldRecord | null {
    return this.#records.get(keyOf(ref)) ?? null;
  }

  isClaimedByOther(claim: string, isOwn: (key: string) => boolean): boolean {
    const key = this.#claimants.get(claim);
    return key !== undefined && !isOwn(key);
  }

  /** What stations hold of a person. */
  listTies(personId: string): Tie[] {
    return [...this.#tiesOf(personId).values()];
  }

  isLeased(serial: HouseholdSerial): boolean {
    return this.#leased.has(serialKeyOf(serial));
  }

  /** Takes in what a confirmed event made of a record; the events behind it meet this. */
  take(held: HeldRecord): void {
    const key = keyOf(held.record);
    const before = this.#records.get(key);
    const claimBefore = before ? claimOf(before.record) : null;
    const claim = claimOf(held.record);
    if (claimBefore !== null && this.#claimants.get(claimBefore) === key) this.#claimants.delete(claimBefore);
    if (claim !== null) this.#claimants.set(claim, key);
    this.#records.set(key, held);
    const made = this.#made.get(key);
    this.#made.set(key, { held, before: made ? made.before : (before ?? null) });
    this.#tie(key, before, held);
  }

  /** Every record that events of the group made, as the last of them did, in the order in which they were first made. */
  listMade(): MadeRecord[] {
    return [...this.#made.values()];
  }

  #tie(key: string, before: HeldRecord | undefined, { record, stationCode }: HeldRecord): void {
    if (before && 'personId' in before.record.data) this.#tiesOf(before.record.data.personId).delete(key);
    if (!isTying(record.kind) || !('personId' in record.data) || stationCode === null) return;
    const { personId } = record.data;
    const isOpen = record.kind === 'membership' && claimOf(record) !== null;
    this.#tiesOf(personId).set(key, { kind: record.kind, id: record.id, personId, stationCode, isOpen });
  }

  #tiesOf(personId: string): Map<string, Tie> {
    const known = this.#ties.get(personId) ?? new Map<string, Tie>();
    this.#ties.set(personId, known);
    return known;
  }
}

/** As the column `person_id` of the register has it. */
function isTying(kind: RecordRef['kind']): boolean {
  return kind === 'membership' || kind === 'residence' || kind === 'permit' || kind === 'certificate';
}
