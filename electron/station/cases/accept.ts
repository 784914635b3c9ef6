import type { CaseView } from '../../../shared/contract/case.ts';
import type { Draft } from '../../../shared/contract/draft.ts';
import type { Answer, ErrorCode } from '../../../shared/contract/errors.ts';
import { fail } from '../../../shared/contract/errors.ts';
import type { ParsedInputOf } from '../../../shared/contract/index.ts';
import type { Problem } from '../../../shared/contract/problems.ts';
import type { Route } from '../../../shared/contract/verdict.ts';
import { makeAcceptanceNumber } from '../../../shared/domain/acceptance-number.ts';
import { dueOn } from '../../../shared/policy/pack-calendar.ts';
import type { Pack, Procedure } from '../../../shared/policy/policy-pack.ts';
import type { Calling, Program } from '../program.ts';
import { addCaseAct, putApprovals } from '../store/case-acts.ts';
import { putAcceptance, putCasePeople, putCaseState } from '../store/cases.ts';
import { takeSerial } from '../sync/leases.ts';
import { assess, chosenRoute } from './assess.ts';
import { peopleOfCase } from './concerned.ts';
import { addFirstPapers } from './first-papers.ts';
import { type OpenCase, readCase } from './read-draft.ts';
import { viewCase } from './view.ts';

/** The last day of the route's limit, by the pack's own calendar of holidays. */
function dueDay(pack: Pack, route: Route, today: string): string | null {
  return route.limit ? dueOn(pack.calendar, route.limit, today).dueOn : null;
}

const sentences: Partial<Record<Problem['code'], ErrorCode>> = {
  'route-ineligible': 'CASE_INELIGIBLE',
  'person-registered-here': 'PERSON_ALREADY_REGISTERED',
  'person-in-other-case': 'PERSON_IN_OTHER_CASE',
  'change-refused': 'CHANGE_REFUSED',
};

function refusalOf(problems: readonly Problem[], draft: Draft): Answer<never> | null {
  const blocking = problems.filter(({ weight }) => weight === 'blocks');
  const [first] = blocking;
  if (!first) return null;
  const telling = blocking.find(({ code }) => sentences[code] !== undefined);
  const code = (telling && sentences[telling.code]) ?? 'CASE_INCOMPLETE';
  const person = telling?.path.startsWith('people.') && draft.people[Number(telling.path.split('.')[1])];
  return fail(code, { count: blocking.length, ...telling?.params, ...(person ? { name: person.name } : {}) });
}

function acceptanceNumber(program: Program, { stored }: OpenCase): string | null {
  if (stored.acceptanceNumber) return stored.acceptanceNumber;
  const serial = takeSerial(program.database, 'acceptance-number');
  return serial === null
    ? null
    : makeAcceptanceNumber(program.stationCode, Number(program.today().slice(0, 4)), serial);
}

/**
 * Accepts a complete case: number, deadline, levels of approval, receipt. Refused with CASE_INCOMPLETE while anything blocks,
 * with CASE_INELIGIBLE when the rules say no; nothing is changed then. A returned case keeps its number.
 */
export function acceptCase(program: Program, calling: Calling, input: ParsedInputOf<'case.accept'>): Answer<CaseView> {
  const { caseId } = input;
  calling.subject = caseId;
  const read = readCase(program.database, caseId);
  if (!read.ok) return read;
  const { stored, draft } = read.value;
  if (stored.state !== 'draft' && stored.state !== 'returned') return fail('CASE_STATE');
  if (stored.revision !== input.revision) return fail('CASE_REVISION');
  const pack = program.packs.inForce();
  const assessment = assess(program, pack, stored, draft);
  const refusal = refusalOf(assessment.problems, draft);
  if (refusal) return refusal;
  const route = chosenRoute(assessment, draft.procedure);
  const procedure = pack.procedures.get(draft.procedure);
  if (!route || !procedure) return fail('CASE_INCOMPLETE');
  const number = acceptanceNumber(program, read.value);
  if (number === null) return fail('NUMBERS_EXHAUSTED');
  return record(program, calling, { open: read.value, pack, procedure, route, number });
}

interface Accepting {
  readonly open: OpenCase;
  readonly pack: Pack;
  readonly procedure: Procedure;
  readonly route: Route;
  readonly number: string;
}

function record(
  program: Program,
  calling: Calling,
  { open, pack, procedure, route, number }: Accepting,
): Answer<CaseView> {
  const { database } = program;
  const { caseId, state } = open.stored;
  const at = program.now();
  const operatorId = calling.operator.operatorId;
  putAcceptance(database, {
    caseId,
    acceptanceNumber: number,
    acceptedBy: operatorId,
    at,
    dueOn: dueDay(pack, route, program.today()),
    pack: pack.stamp,
  });
  putCaseState(database, caseId, route.approvals.length === 0 ? 'approved' : 'accepted', at);
  putCasePeople(database, caseId, peopleOfCase(database, procedure, open.draft));
  putApprovals(database, caseId, route.approvals);
  addFirstPapers(program, { caseId, pack, documents: route.documents, subject: open.draft.subject, at });
  addCaseAct(database, {
    caseId,
    act: state === 'returned' ? 'resubmitted' : 'accepted',
    operatorId,
    at,
    note: number,
  });
  program.tell({ topic: 'queues' });
  return viewCase(program, calling, caseId);
}
