import { idOfRecord, type RecordKind, type RecordOf, recordKinds } from '../domain/register-records.ts';
import { type Breach, fault, type Invariant, type Surroundings } from './invariants/breach.ts';
import { householdInvariants } from './invariants/households.ts';
import { paperInvariants, shapeInvariants } from './invariants/papers.ts';
import { personInvariants } from './invariants/persons.ts';
import { type Refusal, refuse } from './refusal.ts';
import { listTouched, type RecordRef } from './touched.ts';
import type { RegisterView, WholeRegister } from './view.ts';
import type { Workbench } from './workbench.ts';

/** Everything that must hold of the register, in the order in which a breach is told. */
export const invariants: readonly Pick<Invariant<RecordKind>, 'name' | 'kind'>[] = [
  ...personInvariants,
  ...householdInvariants,
  ...paperInvariants,
  ...shapeInvariants,
];

/**
 * The one place that keeps the register whole: checks everything that a change touched or that leans on it. Leaves by `refuse` at the first
 * breach that the change brought; what was wrong before does not stop it, or old faults could never be mended. Answers what only warns.
 */
export function checkInvariants(bench: Workbench): Refusal[] {
  const touched = listTouched(bench);
  const { today } = bench.context;
  const found = listBreaches({ view: bench, today }, touched);
  if (found.length === 0) return [];
  const known = new Set(listBreaches({ view: bench.before, today }, touched).map(keyOf));
  const brought = found.filter((breach) => !known.has(keyOf(breach)));
  const first = brought.find(({ weight }) => weight === 'blocks');
  if (first) refuse(first.code, first.field, first.params);
  return brought.map(({ code, field, params }) => ({ code, field, params }));
}

const householdNumberOnce = 'a number of a household is used once in its station';

/** What is wrong with some records as the register stands. Records that are not there have nothing wrong. */
function listBreaches(around: Surroundings, records: readonly RecordRef[]): Breach[] {
  return records.flatMap(({ kind, id }) => {
    const kept = around.view.find(kind, id);
    return kept ? breachesOf(around, kind, kept.data) : [];
  });
}

/** Everything that is wrong in a whole register, one record after the other, and 户号 given twice at the end. */
export function* listAllBreaches(register: WholeRegister & RegisterView, today: string): Generator<Breach> {
  for (const kind of recordKinds)
    for (const { data } of register.listAll(kind)) yield* breachesOf({ view: register, today }, kind, data);
  yield* listDoubleHouseholdNumbers(register);
}

/** 户号 are not looked up by number, so only going through all of them finds one that a station gave twice; each comes from a leased block. */
function* listDoubleHouseholdNumbers(register: WholeRegister): Generator<Breach> {
  const given = new Set<string>();
  for (const { data } of register.listAll('household')) {
    const { householdId: id, stationCode, number } = data;
    const found = fault('household-number-taken', null, { number });
    if (given.has(`${stationCode} ${number}`))
      yield { ...found, invariant: householdNumberOnce, kind: 'household', id };
    given.add(`${stationCode} ${number}`);
  }
}

function breachesOf<K extends RecordKind>(around: Surroundings, kind: K, record: RecordOf<K>): Breach[] {
  return (invariantsOf[kind] as readonly Invariant<K>[]).flatMap((invariant) =>
    invariant
      .check(around, record)
      .map((found) => ({ ...found, invariant: invariant.name, kind, id: idOfRecord(kind, record) })),
  );
}

function keyOf({ invariant, code, kind, id, params }: Breach): string {
  return `${invariant} ${code} ${kind} ${id} ${JSON.stringify(params)}`;
}

const invariantsOf = Object.fromEntries(
  recordKinds.map((kind) => [kind, invariants.filter((invariant) => invariant.kind === kind)]),
) as unknown as { readonly [K in RecordKind]: readonly Invariant<K>[] };
