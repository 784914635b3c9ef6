import type { Draft } from '../../../../shared/contract/draft.ts';
import type { Problem } from '../../../../shared/contract/problems.ts';
import { isRealDay } from '../../../../shared/domain/plain-date.ts';
import { type Check, type PersonCheck, problem } from './check.ts';
import { checkBirth, checkCodes, checkDetails, checkElsewhere, checkName, checkNumber, checkOrigin } from './person.ts';

const personChecks: readonly PersonCheck[] = [
  checkNumber,
  checkName,
  checkBirth,
  checkCodes,
  checkOrigin,
  checkDetails,
  checkElsewhere,
];

/** Every person who moves, each by itself. */
export const checkEachPerson: Check = (draft, context) =>
  draft.people.length === 0
    ? [problem('people.0.citizenId', 'required')]
    : draft.people.flatMap((person, index) =>
        personChecks.flatMap((check) => check(person, `people.${index}`, context)),
      );

/** No number stands twice in one case. */
export const checkTwice: Check = (draft) =>
  draft.people.flatMap((person, index) => {
    const first = draft.people.findIndex((each) => each.citizenId !== '' && each.citizenId === person.citizenId);
    return first >= 0 && first < index ? [problem(`people.${index}.citizenId`, 'citizen-id-twice')] : [];
  });

/** Youngest age gap between parent and child that is believed without asking. */
const parentYears = 14;

function checkAges(draft: Draft, index: number): Problem[] {
  const [applicant] = draft.people;
  const companion = draft.people[index];
  if (!applicant || !companion || !isRealDay(applicant.bornOn) || !isRealDay(companion.bornOn)) return [];
  const years = (Date.parse(companion.bornOn) - Date.parse(applicant.bornOn)) / (365.25 * 86_400_000);
  const at = `people.${index}.bornOn`;
  if (companion.relationToApplicant === 'child' && years < parentYears) return [problem(at, 'companion-too-old')];
  if (companion.relationToApplicant === 'parent' && years > -parentYears) return [problem(at, 'companion-too-young')];
  return [];
}

/** Companions: relation, living together, believable ages, and the verdict of the rules on each (article 4). */
export const checkCompanions: Check = (draft, context) =>
  draft.people.slice(1).flatMap((companion, position) => {
    const path = `people.${position + 1}`;
    const problems: Problem[] = [];
    if (companion.relationToApplicant === '') problems.push(problem(`${path}.relationToApplicant`, 'required'));
    if (companion.livesTogether === null) problems.push(problem(`${path}.livesTogether`, 'required'));
    const verdict = context.route?.companions.find(({ index }) => index === position)?.verdict;
    if (verdict === 'ineligible') problems.push(problem(`${path}.relationToApplicant`, 'companion-ineligible'));
    return [...problems, ...checkAges(draft, position + 1)];
  });

/** At most one spouse, of the other sex, and nobody unmarried (民法典 §1041–1046; domain cross checks). */
export const checkSpouses: Check = (draft) => {
  const [applicant] = draft.people;
  const spouses = draft.people
    .map((person, index) => ({ person, index }))
    .filter(({ person }) => person.relationToApplicant === 'spouse');
  return spouses.flatMap(({ person, index }, position) => {
    const problems: Problem[] = [];
    if (position > 0) problems.push(problem(`people.${index}.relationToApplicant`, 'spouse-twice'));
    if (applicant?.sex && applicant.sex === person.sex)
      problems.push(problem(`people.${index}.sex`, 'spouse-same-sex'));
    if (person.maritalStatus === '10') problems.push(problem(`people.${index}.maritalStatus`, 'spouse-unmarried'));
    if (position === 0 && applicant?.maritalStatus === '10')
      problems.push(problem('people.0.maritalStatus', 'spouse-unmarried'));
    return problems;
  });
};
