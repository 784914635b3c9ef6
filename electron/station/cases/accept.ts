import { uuidv7 } from 'uuidv7';
import type { CaseView } from '../../../shared/contract/case.ts';
import type { Draft } from '../../../shared/contract/draft.ts';
import type { Answer } from '../../../shared/contract/errors.ts';
import { fail } from '../../../shared/contract/errors.ts';
import type { ParsedInputOf } from '../../../shared/contract/index.ts';
import type { Problem } from '../../../shared/contract/problems.ts';
import type { Route } from '../../../shared/contract/verdict.ts';
import { makeAcceptanceNumber } from '../../../shared/domain/acceptance-number.ts';
import { dueOn } from '../../../shared/policy/pack-calendar.ts';
import type { Calling, Program } from '../program.ts';
import { addCaseAct, putApprovals } from '../store/case-acts.ts';
import { putAcceptance, putCasePeople, putCaseState } from '../store/cases.ts';
import { addDocument, listDocuments } from '../store/documents.ts';
import { takeSerial } from '../sync/leases.ts';
import { assess, chosenRoute } from './assess.ts';
import { type OpenCase, readCase } from './read-draft.ts';
import { viewCase } from './view.ts';

/** The last day of the route's limit, by the pack's own calendar of holidays. */
function dueDay({ pack }: Program, route: Route, today: string): string | null {
  return route.limit ? dueOn(pack.calendar, route.limit, today).dueOn : null;
}

const sentences: Partial<
  Record<Problem['code'], 'CASE_INELIGIBLE' | 'PERSON_ALREADY_REGISTERED' | 'PERSON_IN_OTHER_CASE'>
> = {
  'route-ineligible': 'CASE_INELIGIBLE',
  'person-registered-here': 'PERSON_ALREADY_REGISTERED',
  'person-in-other-case': 'PERSON_IN_OTHER_CASE',
};

function refusalOf(problems: readonly Problem[], draft: Draft): Answer<never> | null {
  const blocking = problems.filter(({ weight }) => weight === 'blocks');
  const [first] = blocking;
  if (!first) return null;
  const telling = blocking.find(({ code }) => sentences[code] !== undefined);
  const code = (telling && sentences[telling.code]) ?? 'CASE_INCOMPLETE';
  const person = telling && draft.people[Number(telling.path.split('.')[1])];
  return fail(code, { count: blocking.length, ...telling?.params, ...(person ? { name: person.name } : {}) });
}

function acceptanceNumber(program: Program, { stored }: OpenCase): string | null {
  if (stored.acceptanceNumber) return stored.acceptanceNumber;
  const serial = takeSerial(program.database, 'acceptance-number');
  return serial === null
    ? null
    : makeAcceptanceNumber(program.stationCode, Number(program.today().slice(0, 4)), serial);
}

function addReceipt(program: Program, caseId: string, at: string): void {
  if (listDocuments(program.database, caseId).some(({ form }) => form === 'acceptance-receipt')) return;
  addDocument(program.database, {
    documentId: uuidv7(),
    caseId,
    form: 'acceptance-receipt',
    subject: '',
    personId: null,
    needsConfirmation: false,
    isRequired: true,
    at,
  });
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
  const assessment = assess(program, stored, draft);
  const refusal = refusalOf(assessment.problems, draft);
  if (refusal) return refusal;
  const route = chosenRoute(assessment, draft.procedure);
  if (!route) return fail('CASE_INCOMPLETE');
  const number = acceptanceNumber(program, read.value);
  if (number === null) return fail('NUMBERS_EXHAUSTED');
  return record(program, calling, { open: read.value, route, number });
}

function record(
  program: Program,
  calling: Calling,
  { open, route, number }: { open: OpenCase; route: Route; number: string },
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
    dueOn: dueDay(program, route, program.today()),
    pack: program.pack.stamp,
  });
  putCaseState(database, caseId, 'accepted', at);
  putCasePeople(
    database,
    caseId,
    open.draft.people.map(({ citizenId }) => citizenId),
  );
  putApprovals(database, caseId, route.approvals);
  addReceipt(program, caseId, at);
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
