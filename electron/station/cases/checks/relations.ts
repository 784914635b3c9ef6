import type { DraftPerson } from '../../../../shared/contract/draft.ts';
import type { Problem, ProblemCode } from '../../../../shared/contract/problems.ts';
import {
  type HouseholdMember,
  type HouseholdProblem,
  type HouseholdProblemCode,
  listHouseholdProblems,
} from '../../../../shared/domain/household-rules.ts';
import { ageOn, isRealDay } from '../../../../shared/domain/plain-date.ts';
import { headRelation } from '../../../../shared/domain/relations.ts';
import { type Check, type CheckContext, problem } from './check.ts';

const codes: Readonly<Record<HouseholdProblemCode, ProblemCode>> = {
  'head-missing': 'required',
  'head-twice': 'relation-head-twice',
  'relation-missing': 'required',
  'relation-unknown': 'code-unknown',
  'relation-sex': 'relation-sex',
  'relation-age': 'relation-age',
  'spouse-twice': 'spouse-twice',
  'spouse-same-sex': 'spouse-same-sex',
  'spouse-unmarried': 'spouse-unmarried',
};

const fields = { relation: 'relationToHead', sex: 'sex', bornOn: 'bornOn', maritalStatus: 'maritalStatus' } as const;

/** Guardianship ends at eighteen (民法典 §17); N21 §15: whoever has no full capacity is normally no head. */
const capableAge = 18;

const sexOf = (text: string): '1' | '2' | null => (text === '1' || text === '2' ? text : null);

function memberOf(person: DraftPerson): HouseholdMember {
  return {
    relation: person.relationToHead || null,
    sex: sexOf(person.sex),
    bornOn: isRealDay(person.bornOn) ? person.bornOn : null,
    maritalStatus: person.maritalStatus || null,
  };
}

function livingThere({ household }: CheckContext): HouseholdMember[] {
  return (household?.members ?? []).map(({ person, relation }) => ({
    relation,
    sex: person.sex,
    bornOn: person.bornOn,
    maritalStatus: person.maritalStatus,
  }));
}

function problemOf(found: HouseholdProblem, alreadyThere: number): Problem[] {
  const index = found.memberIndex === null ? 0 : found.memberIndex - alreadyThere;
  if (index < 0) return [];
  return [
    problem(`people.${index}.${fields[found.field]}`, codes[found.code], { weight: found.weight, step: 'target' }),
  ];
}

/** The household as it will be, a new one where only an address is chosen: exactly one head, relations that fit sex, age and marriage (L58 §5, N21 §15). */
export const checkRelations: Check = (draft, context) => {
  if (context.demands.target === 'household' && draft.target.household === '') return [];
  const there = draft.target.household === 'join' ? livingThere(context) : [];
  if (draft.target.household === 'join' && there.length === 0) return [];
  const found = listHouseholdProblems([...there, ...draft.people.map(memberOf)]);
  const problems = found.flatMap((each) => problemOf(each, there.length));
  return [...problems, ...headProblems(draft.people, context)];
};

function headProblems(people: readonly DraftPerson[], { today }: CheckContext): Problem[] {
  return people.flatMap((person, index) => {
    const isMinor =
      person.relationToHead === headRelation && isRealDay(person.bornOn) && ageOn(person.bornOn, today) < capableAge;
    return isMinor
      ? [problem(`people.${index}.relationToHead`, 'head-incapable', { weight: 'warns', step: 'target' })]
      : [];
  });
}
