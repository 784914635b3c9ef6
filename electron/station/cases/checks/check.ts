import type { Draft, DraftPerson } from '../../../../shared/contract/draft.ts';
import type { Problem, ProblemCode } from '../../../../shared/contract/problems.ts';
import type { Route } from '../../../../shared/contract/verdict.ts';
import type { Address, Household, Person } from '../../../../shared/domain/records.ts';
import type { Duplicate } from '../../duplicates/find-duplicates.ts';
import type { Demands } from './demands.ts';

/** Somebody of the register whom the case changes: its subject, or a chosen member. */
export interface Concerned {
  /** Where in the draft they are named. */
  readonly path: string;
  readonly citizenId: string;
  readonly name: string;
}

/** What the checks may ask of the register. */
export interface CheckContext {
  readonly today: string;
  readonly stationCode: string;
  /** Pages of a household book (居民户口簿), from the pack: one more person needs a new household or a split. */
  readonly bookPages: number;
  readonly demands: Demands;
  readonly concerned: readonly Concerned[];
  /** What is wrong on the procedure's own page. */
  readonly onPage: readonly Problem[];
  /** The chosen route's verdict, null while none is chosen. */
  readonly route: Route | null;
  readonly target: Address | null;
  readonly household: {
    readonly household: Household;
    readonly members: readonly { readonly person: Person; readonly relation: string }[];
  } | null;
  /** Where a number is registered already in this city. */
  isRegisteredHere(citizenId: string): boolean;
  /** Acceptance number of another running case with this person, or null. */
  findOtherCase(citizenId: string): string | null;
  /** Others of the register who may be this person, and of whom nothing is recorded yet. */
  listOpenDuplicates(person: DraftPerson): readonly Duplicate[];
  readonly isSigned: boolean;
}

/** A check looks at the whole draft and names what is wrong or missing. */
export type Check = (draft: Draft, context: CheckContext) => Problem[];

/** A check of one person; `path` is `people.N`. */
export type PersonCheck = (person: DraftPerson, path: string, context: CheckContext) => Problem[];

type Extra = Partial<Pick<Problem, 'weight' | 'params' | 'step'>>;

/** Makes a problem that blocks, at the step where people are entered, unless said otherwise. */
export function problem(path: string, code: ProblemCode, extra: Extra = {}): Problem {
  const step = extra.step ?? (path.startsWith('people.0.') ? 'applicant' : 'people');
  return { path, code, weight: extra.weight ?? 'blocks', step, params: extra.params ?? {} };
}
