import type { DraftPerson } from '../../../../shared/contract/draft.ts';
import type { Problem, ProblemCode } from '../../../../shared/contract/problems.ts';
import { type CitizenNumberReason, readCitizenNumber } from '../../../../shared/domain/citizen-number.ts';
import { type CodeTableName, findCode } from '../../../../shared/domain/codes.ts';
import { isKnownArea } from '../../../../shared/domain/divisions.ts';
import { readName } from '../../../../shared/domain/names.ts';
import { compareDays, isRealDay } from '../../../../shared/domain/plain-date.ts';
import { type PersonCheck, problem } from './check.ts';

const numberReasons: Readonly<Record<CitizenNumberReason, ProblemCode>> = {
  length: 'citizen-id-length',
  characters: 'citizen-id-characters',
  'area-unknown': 'citizen-id-area',
  'date-unreal': 'citizen-id-date',
  'date-future': 'citizen-id-future',
  'check-digit': 'citizen-id-check-digit',
};

/** GB 11643, and that what the number says of sex and birth is what was entered. */
export const checkNumber: PersonCheck = (person, path, { today, demands }) => {
  const at = `${path}.citizenId`;
  if (person.citizenId === '') return demands.allotsNumbers ? [] : [problem(at, 'required')];
  const reading = readCitizenNumber(person.citizenId, { today, isKnownArea });
  if (!reading.valid) return [problem(at, numberReasons[reading.reason])];
  const problems: Problem[] = [];
  if (person.sex !== '' && person.sex !== reading.sex) problems.push(problem(`${path}.sex`, 'sex-disagrees'));
  if (isRealDay(person.bornOn) && person.bornOn !== reading.birthDate)
    problems.push(problem(`${path}.bornOn`, 'birth-date-disagrees', { params: { bornOn: reading.birthDate } }));
  return problems;
};

/** A name that can be stored: no digits, no private-use characters, at most 50 characters (民委 notice 2016). */
export const checkName: PersonCheck = (person, path) => {
  const at = `${path}.name`;
  if (person.name.trim() === '') return [problem(at, 'required')];
  const [first] = readName(person.name).problems;
  if (!first) return [];
  const params: Record<string, string> = first.codePoint ? { codePoint: first.codePoint } : {};
  if (first.code === 'name-too-long') return [problem(at, 'name-too-long', { params })];
  return [problem(at, first.code === 'name-private-use' ? 'name-private-use' : 'name-characters', { params })];
};

/** Born on a real day, not after today, and no longer ago than anybody lived. */
export const checkBirth: PersonCheck = (person, path, { today }) => {
  const at = `${path}.bornOn`;
  if (person.bornOn === '') return [problem(at, 'required')];
  if (!isRealDay(person.bornOn)) return [problem(at, 'birth-date-unreal')];
  if (compareDays(person.bornOn, today) > 0) return [problem(at, 'birth-date-future')];
  return Number(today.slice(0, 4)) - Number(person.bornOn.slice(0, 4)) > 130 ? [problem(at, 'age-impossible')] : [];
};

const codedFields = [
  { field: 'sex', table: 'sex', isRequired: true },
  { field: 'ethnicity', table: 'ethnicity', isRequired: true },
  { field: 'maritalStatus', table: 'marital', isRequired: true },
  { field: 'education', table: 'education', isRequired: false },
  { field: 'bloodType', table: 'blood', isRequired: false },
  { field: 'military', table: 'military', isRequired: false },
] as const satisfies readonly { field: keyof DraftPerson; table: CodeTableName; isRequired: boolean }[];

/** Dictionary values are in their tables. */
export const checkCodes: PersonCheck = (person, path) =>
  codedFields.flatMap(({ field, table, isRequired }) => {
    const value = person[field];
    if (value === '') return isRequired ? [problem(`${path}.${field}`, 'required')] : [];
    return findCode(table, value) ? [] : [problem(`${path}.${field}`, 'code-unknown')];
  });

/** Where they are registered now; the yearly table 公业58表 counts by it. Whoever is registered nowhere has no such place. */
export const checkOrigin: PersonCheck = (person, path, { demands }) => {
  if (!demands.asksOrigin || person.hukouClass === 'none') return [];
  const problems: Problem[] = [];
  if (person.hukouDivision === '') problems.push(problem(`${path}.hukouDivision`, 'required'));
  else if (!isKnownArea(person.hukouDivision)) problems.push(problem(`${path}.hukouDivision`, 'division-unknown'));
  if (person.hukouClass === '') problems.push(problem(`${path}.hukouClass`, 'required'));
  return problems;
};

/** Height in centimetres and phone, when given. */
export const checkDetails: PersonCheck = (person, path) => {
  const problems: Problem[] = [];
  const height = Number(person.heightCm);
  if (person.heightCm !== '' && !(Number.isInteger(height) && height >= 30 && height <= 250))
    problems.push(problem(`${path}.heightCm`, 'height-range'));
  if (person.phone !== '' && !/^[\d+\-() ]{5,30}$/.test(person.phone))
    problems.push(problem(`${path}.phone`, 'phone-shape'));
  return problems;
};

/** L58 §6: one person, one place; and nobody in two running cases. */
export const checkElsewhere: PersonCheck = (person, path, context) => {
  if (person.citizenId === '') return [];
  const at = `${path}.citizenId`;
  if (context.demands.arrives && context.isRegisteredHere(person.citizenId))
    return [problem(at, 'person-registered-here')];
  const number = context.findOtherCase(person.citizenId);
  return number === null ? [] : [problem(at, 'person-in-other-case', { params: { number } })];
};
