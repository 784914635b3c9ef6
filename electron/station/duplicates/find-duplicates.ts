import type { DuplicateReason } from '../../../shared/contract/duplicate.ts';
import { normalizeName } from '../../../shared/domain/names.ts';
import { isRealDay } from '../../../shared/domain/plain-date.ts';
import type { Person } from '../../../shared/domain/records.ts';
import type { Database } from '../store/database.ts';
import type { Compared } from '../store/duplicate-findings.ts';
import { lettersOf } from '../store/person-letters.ts';
import { statement } from '../store/statements.ts';
import { isHalfAlike, isOneCharacterApart, soundsAlike } from './similar-names.ts';

/** Who is asked about. */
export interface DuplicateAsked extends Compared {
  readonly namePinyin?: string | null;
}

/** Somebody of the register who may be the same person, and why, the strongest reason first. */
export interface Duplicate {
  readonly person: Compared & { readonly personId: string; readonly status: Person['status'] };
  readonly why: readonly [DuplicateReason, ...DuplicateReason[]];
}

interface Line {
  readonly personId: string;
  readonly name: string;
  readonly bornOn: string;
  readonly citizenId: string;
  readonly sex: string;
  readonly status: Person['status'];
  readonly letters: string | null;
}

/** More would not be compared one by one. */
const candidatesAtMost = 20;

const columns = `p.person_id AS personId, p.name, p.born_on AS bornOn, p.citizen_id AS citizenId, p.sex, p.status, s.letters
  FROM persons p LEFT JOIN search_persons s ON s.person_id = p.person_id`;
const reasons: readonly DuplicateReason[] = ['same-number', 'same-name-and-birth', 'same-sound', 'one-character'];
const wholeNumber = /^\d{17}[\dX]$/;

/** What is compared of the person asked about, worked out once. */
interface Pattern {
  readonly name: string;
  readonly bornOn: string;
  readonly citizenId: string;
  readonly letters: readonly string[];
  readonly sex: '1' | '2' | null;
}

function patternOf({ name, bornOn, citizenId, namePinyin = null }: DuplicateAsked): Pattern {
  const number = citizenId.trim().toUpperCase();
  const isWhole = wholeNumber.test(number);
  return {
    name: normalizeName(name),
    bornOn,
    citizenId: isWhole ? number : '',
    letters: lettersOf(normalizeName(name), namePinyin === '' ? null : namePinyin),
    sex: isWhole ? (Number(number.charAt(16)) % 2 === 1 ? '1' : '2') : null,
  };
}

/** Who left the register is the same person only by number, or by name and birth. */
const isStanding = ({ status }: Line): boolean => status === 'registered' || status === 'elsewhere';

function isSimilar(pattern: Pattern, line: Line): DuplicateReason[] {
  if (!isStanding(line) || (pattern.sex !== null && pattern.sex !== line.sex)) return [];
  const other = { name: line.name, letters: line.letters?.split(' ') ?? lettersOf(line.name, null) };
  const isSameArea = pattern.citizenId !== '' && pattern.citizenId.slice(0, 6) === line.citizenId.slice(0, 6);
  const isApart = isOneCharacterApart(pattern.name, line.name) || (isSameArea && isHalfAlike(pattern.name, line.name));
  return [
    ...(soundsAlike(pattern, other) ? (['same-sound'] as const) : []),
    ...(isApart ? (['one-character'] as const) : []),
  ];
}

function reasonsFor(pattern: Pattern, line: Line): DuplicateReason[] {
  const isSameNumber = pattern.citizenId !== '' && pattern.citizenId === line.citizenId;
  const isSameName = pattern.name !== '' && pattern.name === line.name && pattern.bornOn === line.bornOn;
  return [
    ...(isSameNumber ? (['same-number'] as const) : []),
    ...(isSameName ? (['same-name-and-birth'] as const) : []),
    ...(pattern.name !== '' && pattern.name !== line.name && pattern.bornOn === line.bornOn
      ? isSimilar(pattern, line)
      : []),
  ];
}

function* listLines(database: Database, { citizenId, bornOn }: Pattern): Generator<Line> {
  const byNumber = statement<[string], Line>(database, `SELECT ${columns} WHERE p.citizen_id = ?`);
  const byBirth = statement<[string, string], Line>(
    database,
    `SELECT ${columns} WHERE p.born_on = ? AND p.citizen_id <> ?`,
  );
  if (citizenId !== '') yield* byNumber.all(citizenId);
  if (isRealDay(bornOn)) yield* byBirth.all(bornOn, citizenId);
}

/**
 * Who of the register may be the person asked about: the same number; the same name and birth date; or a similar name and the same birth date
 * (it reads alike, or one character was changed, left out or added). Of two characters one that differs counts only where sex and the area
 * of the numbers agree, or every Wang would be like every other one. At most 20, the strongest first. Reads those born on one day: below
 * 5 ms on 200,000 persons.
 */
export function findDuplicates(
  database: Database,
  asked: DuplicateAsked,
  exceptPersonIds: readonly string[] = [],
): Duplicate[] {
  const pattern = patternOf(asked);
  const found: Duplicate[] = [];
  for (const line of listLines(database, pattern)) {
    const [first, ...others] = reasonsFor(pattern, line);
    if (first === undefined || line.personId === asked.personId || exceptPersonIds.includes(line.personId)) continue;
    const { personId, name, bornOn, citizenId, status } = line;
    found.push({ person: { personId, name, bornOn, citizenId, status }, why: [first, ...others] });
  }
  return found.sort((a, b) => reasons.indexOf(a.why[0]) - reasons.indexOf(b.why[0])).slice(0, candidatesAtMost);
}
