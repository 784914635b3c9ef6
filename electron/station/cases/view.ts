import type { CaseAction, CaseRow, CaseView } from '../../../shared/contract/case.ts';
import type { Draft } from '../../../shared/contract/draft.ts';
import type { Answer, ErrorCode } from '../../../shared/contract/errors.ts';
import { done } from '../../../shared/contract/errors.ts';
import type { Problem } from '../../../shared/contract/problems.ts';
import type { ProcedurePage } from '../../../shared/contract/procedure.ts';
import type { Pack } from '../../../shared/policy/policy-pack.ts';
import { documentRow } from '../documents/rows.ts';
import type { Calling, Program } from '../program.ts';
import { listApprovals, listCaseActs } from '../store/case-acts.ts';
import type { StoredCase } from '../store/cases.ts';
import { listDocuments } from '../store/documents.ts';
import { getOperator } from '../store/operators.ts';
import { findSignature } from '../store/signatures.ts';
import { assess, isSigned } from './assess.ts';
import { packOfCase } from './case-pack.ts';
import { pageOf } from './procedure-page.ts';
import { readCase } from './read-draft.ts';

function applicantOf(draft: string): { name: string; count: number } {
  try {
    const people: unknown = (JSON.parse(draft) as Partial<Draft>).people;
    const list = Array.isArray(people) ? (people as Draft['people']) : [];
    return { name: list[0]?.name ?? '', count: list.length };
  } catch {
    return { name: '', count: 0 };
  }
}

/** A case as a line of a list; a broken draft still gives one, with an empty name. */
export function rowOfCase(program: Program, stored: StoredCase): CaseRow {
  const applicant = applicantOf(stored.draft);
  return {
    caseId: stored.caseId,
    procedure: stored.procedure,
    state: stored.state,
    applicantName: applicant.name,
    peopleCount: applicant.count,
    acceptanceNumber: stored.acceptanceNumber,
    handledBy: getOperator(program.database, stored.acceptedBy ?? stored.startedBy).name,
    changedAt: stored.changedAt,
    dueOn: stored.dueOn,
  };
}

type Obstacle = (stored: StoredCase, calling: Calling, problems: readonly Problem[]) => ErrorCode | null;

const inState =
  (...states: readonly StoredCase['state'][]): Obstacle =>
  ({ state }) =>
    states.includes(state) ? null : 'CASE_STATE';
const byChief: Obstacle = (_stored, { operator }) => (operator.role === 'chief' ? null : 'ROLE_REFUSED');
const byOfficer: Obstacle = (_stored, { operator }) => (operator.role === 'assistant' ? 'ROLE_REFUSED' : null);
/** What the registry refused is an officer's to settle. */
const refusedByOfficer: Obstacle = (stored, calling, problems) =>
  stored.state === 'conflict' ? byOfficer(stored, calling, problems) : null;
const byAnother: Obstacle = ({ acceptedBy }, { operator }) =>
  acceptedBy === operator.operatorId ? 'SAME_OPERATOR' : null;
const complete: Obstacle = (_stored, _calling, problems) =>
  problems.some(({ weight }) => weight === 'blocks') ? 'CASE_INCOMPLETE' : null;

/** For every act, what may stand in its way; the first that does is the answer to "why can I not …?". */
const obstacles: Readonly<Record<CaseAction, readonly Obstacle[]>> = {
  edit: [inState('draft', 'returned')],
  accept: [inState('draft', 'returned'), complete],
  withdraw: [inState('draft', 'returned', 'accepted', 'approved', 'conflict'), refusedByOfficer],
  approve: [inState('accepted'), byChief, byAnother],
  return: [inState('accepted'), byChief, byAnother],
  refuse: [inState('accepted'), byChief, byAnother],
  register: [inState('approved'), byOfficer],
  release: [inState('provisional'), byChief],
  'begin-again': [inState('withdrawn', 'refused')],
};

function actionsOf(stored: StoredCase, calling: Calling, problems: readonly Problem[]): CaseView['actions'] {
  return Object.entries(obstacles).map(([action, list]) => {
    const why = list.map((obstacle) => obstacle(stored, calling, problems)).find((code) => code !== null) ?? null;
    return { action: action as CaseAction, isAllowed: why === null, why };
  });
}

function pageOfCase(pack: Pack, { procedure: id }: Draft): ProcedurePage | null {
  const procedure = pack.procedures.get(id);
  return procedure ? pageOf(procedure) : null;
}

/** Everything a window shows of a case. NOT_FOUND, CASE_UNREADABLE or PACK_MISSING otherwise. */
export function viewCase(program: Program, calling: Calling, caseId: string): Answer<CaseView> {
  calling.subject = caseId;
  const read = readCase(program.database, caseId);
  if (!read.ok) return read;
  const { stored, draft } = read.value;
  const pack = packOfCase(program, stored);
  if (!pack.ok) return pack;
  const assessment = assess(program, pack.value, stored, draft);
  const signature = findSignature(program.database, caseId);
  return done({
    row: rowOfCase(program, stored),
    revision: stored.revision,
    savedAt: stored.savedAt,
    pack: stored.pack,
    draft,
    page: pageOfCase(pack.value, draft),
    assessment,
    actions: actionsOf(stored, calling, assessment.problems),
    documents: listDocuments(program.database, caseId).map((document) => documentRow(program, stored, document)),
    timeline: listCaseActs(program.database, caseId),
    signature: signature && { ...signature, isCurrent: isSigned(program, caseId, draft) },
    approvals: listApprovals(program.database, caseId),
  });
}
