import type { Effect, RegisterEvent } from '../../shared/domain/events.ts';
import { claimOf } from '../../shared/domain/register-records.ts';
import type { Queryable } from '../store/database.ts';
import { listLeasedSerials } from '../store/leases.ts';
import { listAddressesOfHouseholds, listClaimants, listTies, lockRecords, type RecordRef } from '../store/records.ts';
import { serialOf } from './check-rules.ts';
import { RegisterView } from './register-view.ts';
import { recordOf } from './touched.ts';

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

/** Without those named before: the records of one household are named again and again. */
function distinct(refs: readonly RecordRef[]): RecordRef[] {
  return [...new Map(refs.map((ref) => [`${ref.kind}:${ref.id}`, ref])).values()];
}

const none = Promise.resolve([]);

/**
 * Reads what the events change or name, and locks it: their records, their households and persons, the addresses of the households; then
 * who holds what they claim, what stations hold of their persons, and which of their 户号 were leased. All is asked for at once, and
 * answered in this order: what is read behind a lock is as the lock found it.
 */
export async function readRegister(transaction: Queryable, events: readonly RegisterEvent[]): Promise<RegisterView> {
  const view = new RegisterView();
  const effects = events.flatMap((event) => event.effects);
  if (effects.length === 0) return view;
  const homes = effects.flatMap(({ kind, after }) => (kind === 'membership' ? [after.householdId] : []));
  const claims = effects.flatMap((effect) => claimOf(recordOf(effect)) ?? []);
  const persons = effects.flatMap(({ kind, id }) => (kind === 'person' ? [id] : []));
  const serials = effects.flatMap(({ kind, after }) => (kind === 'household' ? (serialOf(after) ?? []) : []));
  const [records, addresses, claimants, ties, leased] = await Promise.all([
    lockRecords(transaction, distinct(effects.flatMap(refsOf))),
    homes.length > 0 ? listAddressesOfHouseholds(transaction, [...new Set(homes)]) : none,
    claims.length > 0 ? listClaimants(transaction, [...new Set(claims)]) : none,
    persons.length > 0 ? listTies(transaction, [...new Set(persons)]) : none,
    serials.length > 0 ? listLeasedSerials(transaction, serials) : none,
  ]);
  view.rememberRecords([...addresses, ...records]);
  view.rememberClaimants(claimants);
  view.rememberTies(ties);
  view.rememberLeased(leased);
  return view;
}
