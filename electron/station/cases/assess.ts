import type { Assessment } from '../../../shared/contract/case.ts';
import type { Draft } from '../../../shared/contract/draft.ts';
import type { Problem } from '../../../shared/contract/problems.ts';
import type { Route } from '../../../shared/contract/verdict.ts';
import { todayIn } from '../../../shared/domain/plain-date.ts';
import type { Address } from '../../../shared/domain/records.ts';
import type { Pack, Procedure } from '../../../shared/policy/policy-pack.ts';
import { contentHash } from '../applicant/content.ts';
import { listOpenOfEntered } from '../duplicates/open-duplicates.ts';
import { listPrefilledProblems } from '../exchange/prefilled-problems.ts';
import { listPaperProblems } from '../inquiries/paper-problems.ts';
import type { Program } from '../program.ts';
import { findAddress, findStationArea } from '../store/addresses.ts';
import { findOtherRunningCase, type StoredCase } from '../store/cases.ts';
import type { Database } from '../store/database.ts';
import { findHousehold, findOpenMembership, listMembers } from '../store/households.ts';
import { findPersonByNumber } from '../store/persons.ts';
import { registerView } from '../store/register-view.ts';
import { findSignature } from '../store/signatures.ts';
import { listPageProblems } from './change-input.ts';
import type { CheckContext } from './checks/check.ts';
import { demandsOf } from './checks/demands.ts';
import { listProblems } from './checks/index.ts';
import { listConcerned } from './concerned.ts';
import { withKnownOrigin } from './draft-of-person.ts';
import { judgeDraft } from './judge-draft.ts';
import { policyFacts } from './policy-facts.ts';
import { pageOf } from './procedure-page.ts';
import { residenceAddress } from './register-answers.ts';
import { listChangeProblems } from './try-change.ts';

/** The verdict on the chosen route; null while none is chosen. */
export function chosenRoute(assessment: Pick<Assessment, 'verdicts'>, procedure: string): Route | null {
  return assessment.verdicts.routes.find((route) => route.procedure === procedure) ?? null;
}

/** Whether the signature on file is bound to exactly what is entered now. */
export function isSigned(program: Program, caseId: string, draft: Draft): boolean {
  return findSignature(program.database, caseId)?.contentHash === contentHash(program, draft);
}

interface Checked {
  readonly pack: Pack;
  readonly caseId: string;
  readonly draft: Draft;
  readonly procedure: Procedure | null;
  readonly route: Route | null;
}

function checkContext(program: Program, { pack, caseId, draft, procedure, route }: Checked): CheckContext {
  const { database, stationCode } = program;
  const household = draft.target.householdId ? findHousehold(database, draft.target.householdId) : null;
  return {
    today: program.today(),
    stationCode,
    bookPages: pack.figures.bookPages,
    demands: demandsOf(procedure),
    concerned: listConcerned(database, procedure, draft),
    onPage: procedure ? listPageProblems(pageOf(procedure), draft, program.today()) : [],
    route,
    target: draft.target.addressId ? (findAddress(database, draft.target.addressId)?.data ?? null) : null,
    household: household && {
      household: household.data,
      members: listMembers(database, household.id).map(({ person, membership }) => ({
        person: person.data,
        relation: membership.data.relation,
      })),
    },
    isRegisteredHere: (citizenId) => {
      const person = findPersonByNumber(database, citizenId);
      return person !== null && findOpenMembership(database, person.id) !== null;
    },
    findOtherCase: (citizenId) => findOtherRunningCase(database, citizenId, caseId)?.acceptanceNumber ?? null,
    listOpenDuplicates: (person) => listOpenOfEntered(database, person),
    isSigned: isSigned(program, caseId, draft),
  };
}

/** Where people, page and target are entered. While one of them is not whole, the register is not asked about the change. */
const enteredAt: readonly Problem['step'][] = ['applicant', 'people', 'page', 'target'];

function listAllProblems(program: Program, checked: Checked): Problem[] {
  const { pack, draft, procedure } = checked;
  const problems = [
    ...listProblems(draft, checkContext(program, checked)),
    ...listPaperProblems(program.database, checked.caseId, draft),
    ...listPrefilledProblems(program.database, checked.caseId),
  ];
  const isWhole = !problems.some(({ weight, step }) => weight === 'blocks' && enteredAt.includes(step));
  return procedure && isWhole ? [...problems, ...listChangeProblems(program, pack, procedure, draft)] : problems;
}

/** Where a residence is registered or moved to: the address chosen on the page. */
function addressOnPage(database: Database, procedure: Procedure | null, draft: Draft): Address | null {
  const key = procedure ? pageOf(procedure).fields.find(({ kind }) => kind === 'address')?.key : undefined;
  const addressId = key === undefined ? undefined : draft.fields[key];
  return typeof addressId === 'string' ? (findAddress(database, addressId)?.data ?? null) : null;
}

/** The address a case aims at: the chosen one, where its person lives with a residence registration, or else the station's area. */
function destinationOf({ database, stationCode }: Program, procedure: Procedure | null, draft: Draft): Address | null {
  const target = draft.target.addressId ? findAddress(database, draft.target.addressId)?.data : null;
  const chosen = target ?? addressOnPage(database, procedure, draft);
  return chosen ?? residenceAddress(registerView(database), draft) ?? findStationArea(database, stationCode);
}

/**
 * What the rules and the checks say of a draft as it stands, by the pack of the case (case-pack.ts). Changes nothing. A case that was
 * accepted is judged as of that day and not checked again: its people may by now be registered here, by this very case.
 */
export function assess(
  program: Program,
  pack: Pack,
  { caseId, state, acceptedAt }: Pick<StoredCase, 'caseId' | 'state' | 'acceptedAt'>,
  draft: Draft,
): Assessment {
  const isEntered = state === 'draft' || state === 'returned';
  const procedure = pack.procedures.get(draft.procedure) ?? null;
  const facts = policyFacts(
    pack,
    withKnownOrigin(program.database, draft),
    isEntered || acceptedAt === null ? program.today() : todayIn(acceptedAt),
    destinationOf(program, procedure, draft),
  );
  const judged = judgeDraft(pack, facts, draft);
  if (!isEntered) return { ...judged, problems: [] };
  const checked = { pack, caseId, draft, procedure, route: chosenRoute(judged, draft.procedure) };
  return { ...judged, problems: listAllProblems(program, checked) };
}
