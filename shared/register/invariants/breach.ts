import type { RecordKind, RecordOf } from '../../domain/register-records.ts';
import type { Refusal, RefusalCode, RefusalParams } from '../refusal.ts';
import type { RegisterView } from '../view.ts';

/** Something that must hold of every record of a kind, looked at together with the records around it. */
export interface Invariant<K extends RecordKind> {
  /** What it says, as a test and a list of faults name it. */
  readonly name: string;
  readonly kind: K;
  /** What is wrong with the record. Records around it that this copy does not hold are nobody's fault. */
  check(around: Surroundings, record: RecordOf<K>): Fault[];
}

/** What an invariant may look at. */
export interface Surroundings {
  readonly view: RegisterView;
  readonly today: string;
}

/** What is wrong, in the words a refusal has. `warns`: shown to the clerk, stops nothing. */
export interface Fault {
  readonly code: RefusalCode;
  readonly field: string | null;
  readonly params: RefusalParams;
  readonly weight: 'blocks' | 'warns';
}

/** An invariant that does not hold of a record. */
export interface Breach extends Refusal {
  readonly invariant: string;
  readonly kind: RecordKind;
  readonly id: string;
  readonly weight: 'blocks' | 'warns';
}

/** A fault that stops a change. */
export function fault(code: RefusalCode, field: string | null = null, params: RefusalParams = {}): Fault {
  return { code, field, params, weight: 'blocks' };
}

/** The faults whose condition holds. */
export function faultsWhere(...cases: readonly (readonly [boolean, Fault])[]): Fault[] {
  return cases.flatMap(([holds, found]) => (holds ? [found] : []));
}

/** Keeps an invariant's own kind while the list of all forgets it. */
export function defineInvariant<K extends RecordKind>(invariant: Invariant<K>): Invariant<K> {
  return invariant;
}
