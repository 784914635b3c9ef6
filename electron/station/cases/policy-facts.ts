import type { Draft, DraftPerson } from '../../../shared/contract/draft.ts';
import { findCode } from '../../../shared/domain/codes.ts';
import { isRealDay } from '../../../shared/domain/plain-date.ts';
import type { Address } from '../../../shared/domain/records.ts';
import type { Pack } from '../../../shared/policy/policy-pack.ts';
import { pageOf } from './procedure-page.ts';

/** The place a case aims at: its target address or, until one is picked, the station's own area. */
export type Destination = Pick<Address, 'division' | 'urbanRural'>;

const whole = <T>(value: T, isWhole: boolean): T | undefined => (isWhole ? value : undefined);
const oneOf = <T extends string>(value: string, options: readonly T[]): T | undefined =>
  options.find((option) => option === value);

/** A date the rules can count from; anything else is still being typed. */
const isBirthDay = (text: string): boolean => isRealDay(text) && text >= '1850-01-01' && text <= '2150-12-31';

/** Whoever is entered for the first time is registered nowhere, unless it is said where. */
function isEntered(pack: Pack, { procedure }: Draft, person: DraftPerson): boolean {
  const enters = pack.procedures.get(procedure)?.effect === 'enter-person';
  return enters && person.hukouDivision === '' && person.hukouClass === '';
}

/** Moving out leads to the division entered on the page, not to an address of the city. */
function destinationOf(pack: Pack, draft: Draft, destination: Destination | null): Partial<Destination> | null {
  const procedure = pack.procedures.get(draft.procedure);
  if (procedure?.effect !== 'move-out') return destination;
  const key = pageOf(procedure).fields.find(({ kind }) => kind === 'division')?.key;
  const division = key === undefined ? undefined : draft.fields[key];
  return typeof division === 'string' && /^\d{6}$/.test(division) ? { division } : null;
}

function applicantFacts(person: DraftPerson): Record<string, unknown> {
  return {
    citizenId: whole(person.citizenId, /^\d{17}[\dX]$/.test(person.citizenId)),
    birthDate: whole(person.bornOn, isBirthDay(person.bornOn)),
    sex: oneOf(person.sex, ['1', '2']),
    maritalStatus: whole(person.maritalStatus, findCode('marital', person.maritalStatus) !== null),
    hukou: hukouOf(person),
  };
}

/** Where registered now: null is known to be nowhere (无户口人员), undefined is not known yet. */
function hukouOf(person: DraftPerson): { division?: string; class?: string } | null | undefined {
  if (person.hukouClass === 'none') return null;
  const division = whole(person.hukouDivision, /^\d{6}$/.test(person.hukouDivision));
  const hukouClass = person.hukouClass || undefined;
  return division || hukouClass ? { division, class: hukouClass } : undefined;
}

function companionFacts(person: DraftPerson): Record<string, unknown> {
  return {
    relation: person.relationToApplicant || undefined,
    maritalStatus: whole(person.maritalStatus, findCode('marital', person.maritalStatus) !== null),
    birthDate: whole(person.bornOn, isBirthDay(person.bornOn)),
    livesTogether: person.livesTogether ?? undefined,
  };
}

function withoutGaps(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutGaps);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, member]) => member !== undefined)
      .map(([key, member]) => [key, withoutGaps(member)]),
  );
}

/** What the rules may know of a draft before the situation questions: only values that are whole; a half-typed one is unknown. */
export function policyFacts(
  pack: Pack,
  draft: Draft,
  today: string,
  destination: Destination | null,
): Record<string, unknown> {
  const [applicant, ...companions] = draft.people;
  const goal = destinationOf(pack, draft, destination);
  const unregistered = applicant && isEntered(pack, draft, applicant) ? { hukou: null } : {};
  const facts: Record<string, unknown> = {
    asOf: today,
    applicant: applicant ? { ...applicantFacts(applicant), ...unregistered } : undefined,
    destination: goal ? { division: goal.division, kind: goal.urbanRural } : undefined,
    companions: companions.map(companionFacts),
    materials: draft.materials
      .filter(({ state, materialId }) => state !== 'missing' && pack.materials.has(materialId))
      .map(({ materialId, state }) => ({ id: materialId, state })),
  };
  return withoutGaps(facts) as Record<string, unknown>;
}
