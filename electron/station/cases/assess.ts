import type { Assessment } from '../../../shared/contract/case.ts';
import type { Draft } from '../../../shared/contract/draft.ts';
import type { Route } from '../../../shared/contract/verdict.ts';
import { contentHash } from '../applicant/content.ts';
import type { Program } from '../program.ts';
import { findAddress, findStationArea } from '../store/addresses.ts';
import { findOtherRunningCase, type StoredCase } from '../store/cases.ts';
import { findHousehold, findOpenMembership, listMembers } from '../store/households.ts';
import { findPersonByNumber } from '../store/persons.ts';
import { findSignature } from '../store/signatures.ts';
import type { CheckContext } from './checks/check.ts';
import { listProblems } from './checks/index.ts';
import { judgeDraft } from './judge-draft.ts';
import { policyFacts } from './policy-facts.ts';

/** The verdict on the chosen route; null while none is chosen. */
export function chosenRoute(assessment: Pick<Assessment, 'verdicts'>, procedure: string): Route | null {
  return assessment.verdicts.routes.find((route) => route.procedure === procedure) ?? null;
}

/** Whether the signature on file is bound to exactly what is entered now. */
export function isSigned(program: Program, caseId: string, draft: Draft): boolean {
  return findSignature(program.database, caseId)?.contentHash === contentHash(program, draft);
}

function checkContext(program: Program, caseId: string, draft: Draft, route: Route | null): CheckContext {
  const { database, stationCode } = program;
  const household = draft.target.householdId ? findHousehold(database, draft.target.householdId) : null;
  return {
    today: program.today(),
    stationCode,
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
    isSigned: isSigned(program, caseId, draft),
  };
}

/**
 * What the rules and the checks say of a draft as it stands. Changes nothing. A case that was accepted is not checked again:
 * its people may by now be registered here, by this very case.
 */
export function assess(
  program: Program,
  { caseId, state }: Pick<StoredCase, 'caseId' | 'state'>,
  draft: Draft,
): Assessment {
  const target = draft.target.addressId ? findAddress(program.database, draft.target.addressId)?.data : null;
  const facts = policyFacts(
    program.pack,
    draft,
    program.today(),
    target ?? findStationArea(program.database, program.stationCode),
  );
  const judged = judgeDraft(program.pack, facts, draft);
  if (state !== 'draft' && state !== 'returned') return { ...judged, problems: [] };
  const context = checkContext(program, caseId, draft, chosenRoute(judged, draft.procedure));
  return { ...judged, problems: listProblems(draft, context) };
}
