import type { DuplicateCandidate, DuplicateFinding } from '../../../shared/contract/duplicate.ts';
import type { Answer } from '../../../shared/contract/errors.ts';
import { done, fail } from '../../../shared/contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import { readCase } from '../cases/read-draft.ts';
import type { Calling, Program } from '../program.ts';
import type { Database } from '../store/database.ts';
import {
  addFinding,
  type Compared,
  findCompared,
  findFinding,
  type StoredFinding,
} from '../store/duplicate-findings.ts';
import { getOperator } from '../store/operators.ts';
import { findPerson } from '../store/persons.ts';
import { hasWholeCopy } from '../sync/sync-settings.ts';
import { type Duplicate, findDuplicates } from './find-duplicates.ts';
import { comparedAsEntered } from './open-duplicates.ts';
import { findSide } from './side-of.ts';

function findingOf(program: Program, stored: StoredFinding): DuplicateFinding {
  const { outcome, note, operatorId, foundAt } = stored;
  return { outcome, note, by: getOperator(program.database, operatorId).name, at: foundAt };
}

function candidateOf(program: Program, calling: Calling, asked: Compared, found: Duplicate): DuplicateCandidate[] {
  const side = findSide(program, calling, found.person.personId);
  const stored = findFinding(program.database, asked, found.person);
  return side ? [{ ...side, why: [...found.why], finding: stored && findingOf(program, stored) }] : [];
}

/**
 * Who of the register may be the person asked about, side by side. While the copy is being filled nobody is found. NOT_FOUND where the
 * register does not hold `personId`.
 */
export function listDuplicates(
  program: Program,
  calling: Calling,
  input: ParsedInputOf<'duplicate.find'>,
): Answer<OutputOf<'duplicate.find'>> {
  const { database } = program;
  const { personId, exceptPersonIds } = input;
  calling.subject = personId ?? '';
  const asked = personId === null ? comparedAsEntered(input) : findCompared(database, personId);
  if (asked === null) return fail('NOT_FOUND');
  const found = hasWholeCopy(database) ? findDuplicates(database, asked, exceptPersonIds) : [];
  calling.details = { found: found.length };
  const candidates = found.flatMap((duplicate) => candidateOf(program, calling, asked, duplicate));
  return done({ subject: personId === null ? null : findSide(program, calling, personId), candidates });
}

type About = ParsedInputOf<'duplicate.record'>['about'];

/** Whom a record is about; null where neither the register nor the case has them. */
function findAbout(database: Database, about: About): Compared | null {
  if ('personId' in about) return findCompared(database, about.personId);
  const read = readCase(database, about.caseId);
  if (!read.ok) return null;
  const wanted = JSON.stringify(comparedAsEntered(about));
  const entered = read.value.draft.people.map(comparedAsEntered);
  return entered.find((person) => JSON.stringify(person) === wanted) ?? null;
}

/**
 * Keeps what comparing two people came to; the same pair may be compared again, the last record counts. NOT_FOUND where one of them is not
 * there (in a case: is not entered so any more), INPUT_INVALID for one person with themselves.
 */
export function recordFinding(
  program: Program,
  calling: Calling,
  input: ParsedInputOf<'duplicate.record'>,
): Answer<DuplicateFinding> {
  const { database } = program;
  const { about, otherId, outcome, note } = input;
  const caseId = 'caseId' in about ? about.caseId : null;
  calling.subject = 'personId' in about ? about.personId : about.caseId;
  calling.details = { other: otherId, outcome };
  const one = findAbout(database, about);
  if (one === null || findPerson(database, otherId) === null) return fail('NOT_FOUND');
  if (one.personId === otherId) return fail('INPUT_INVALID', { paths: ['otherId'] });
  const stored = { outcome, note, operatorId: calling.operator.operatorId, foundAt: program.now() };
  addFinding(database, { ...stored, one, caseId, otherId });
  if (caseId !== null) program.tell({ topic: 'case', caseId });
  return done(findingOf(program, stored));
}
