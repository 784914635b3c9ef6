import { uuidv7 } from 'uuidv7';
import type { Assessment, CaseView } from '../../../shared/contract/case.ts';
import { Draft } from '../../../shared/contract/draft.ts';
import type { Answer } from '../../../shared/contract/errors.ts';
import { done, fail } from '../../../shared/contract/errors.ts';
import type { ParsedInputOf } from '../../../shared/contract/index.ts';
import type { Pack } from '../../../shared/policy/policy-pack.ts';
import { givenUp, settleRefused } from '../conflicts/settle.ts';
import { withProofs } from '../inquiries/prove-material.ts';
import type { Calling, Program } from '../program.ts';
import { addCaseAct } from '../store/case-acts.ts';
import { addCase, findCase, putCasePeople, putCaseState, type StoredCase, saveDraft } from '../store/cases.ts';
import { draftAbout } from './about.ts';
import { assess } from './assess.ts';
import { peopleOfCase } from './concerned.ts';
import { readCase } from './read-draft.ts';
import { viewCase } from './view.ts';

type StartInput = ParsedInputOf<'case.start'>;

/** The draft a case begins with; NOT_FOUND for an unknown procedure or subject, INPUT_INVALID where the two do not go together. */
function firstDraft(program: Program, pack: Pack, { procedure: id, subject }: StartInput): Answer<Draft> {
  const procedure = pack.procedures.get(id);
  if (id !== '' && !procedure) return fail('NOT_FOUND');
  const wanted = procedure?.page.subject ?? 'none';
  if (wanted !== 'none' && subject.kind !== 'none' && subject.kind !== wanted)
    return fail('INPUT_INVALID', { paths: ['subject.kind'] });
  const about = draftAbout(program, procedure ?? null, subject);
  if (!about.ok) return about;
  // What is begun about an address leads to that address.
  const target = subject.kind === 'address' && procedure?.page.target !== 'none' ? { addressId: subject.id } : {};
  return done(Draft.parse({ procedure: id, subject, ...about.value, target }));
}

/** Begins a draft: empty, or of a procedure and about a person, household or address of the register. */
export function startCase(program: Program, calling: Calling, input: StartInput): Answer<CaseView> {
  const draft = firstDraft(program, program.packs.inForce(), input);
  if (!draft.ok) return draft;
  calling.details = { procedure: input.procedure, about: input.subject.kind, id: input.subject.id };
  return viewCase(program, calling, beginCase(program, calling, draft.value));
}

/** Keeps a new case with this draft, inside the caller's transaction; answers its id. */
export function beginCase(program: Program, calling: Calling, draft: Draft): string {
  const caseId = uuidv7();
  const at = program.now();
  calling.subject = caseId;
  addCase(program.database, {
    caseId,
    procedure: draft.procedure,
    pack: program.packs.inForce().stamp,
    draft: JSON.stringify(draft),
    startedBy: calling.operator.operatorId,
    at,
  });
  addCaseAct(program.database, { caseId, act: 'started', operatorId: calling.operator.operatorId, at });
  program.tell({ topic: 'queues' });
  return caseId;
}

/** Saves a draft as it stands and says what the rules think of it. CASE_REVISION when another window saved since. */
export function saveCase(
  program: Program,
  _calling: Calling,
  input: ParsedInputOf<'case.save'>,
): Answer<{ revision: number; savedAt: string; assessment: Assessment }> {
  const stored = findCase(program.database, input.caseId);
  if (!stored) return fail('NOT_FOUND');
  if (stored.state !== 'draft' && stored.state !== 'returned') return fail('CASE_STATE');
  if (stored.revision !== input.revision) return fail('CASE_REVISION');
  const savedAt = program.now();
  const { caseId } = input;
  const draft = withProofs(program.database, caseId, input.draft);
  saveDraft(program.database, { caseId, procedure: draft.procedure, draft: JSON.stringify(draft), at: savedAt });
  if (program.applicantScreen.caseId === caseId) program.tell({ topic: 'applicant' });
  const assessment = assess(program, program.packs.inForce(), stored, draft);
  return done({ revision: stored.revision + 1, savedAt, assessment });
}

/** Whom a case was about that was never accepted; nobody where its draft does not read. */
function keepPeople({ database, packs }: Program, { caseId, procedure }: StoredCase): void {
  const read = readCase(database, caseId);
  if (!read.ok) return;
  const { named } = peopleOfCase(database, packs.inForce().procedures.get(procedure) ?? null, read.value.draft);
  putCasePeople(database, caseId, { changed: [], named });
}

/** States in which a case can still be given up. */
const withdrawable: readonly StoredCase['state'][] = ['draft', 'returned', 'accepted', 'approved', 'conflict'];

/**
 * The applicant no longer wants it (article 2.2: their own wish until it is done), or the registry did not take it and the other
 * side's state stands: then what was registered here provisionally goes as well. The case is kept, with the reason.
 */
export function withdrawCase(
  program: Program,
  calling: Calling,
  input: ParsedInputOf<'case.withdraw'>,
): Answer<CaseView> {
  const { caseId, reason } = input;
  calling.subject = caseId;
  const stored = findCase(program.database, caseId);
  if (!stored) return fail('NOT_FOUND');
  if (!withdrawable.includes(stored.state)) return fail('CASE_STATE');
  if (stored.state === 'conflict') return giveUpRefused(program, calling, stored, reason);
  const at = program.now();
  putCaseState(program.database, caseId, 'withdrawn', at);
  if (stored.acceptanceNumber === null) keepPeople(program, stored);
  addCaseAct(program.database, { caseId, act: 'withdrawn', operatorId: calling.operator.operatorId, at, note: reason });
  program.tell({ topic: 'queues' });
  return viewCase(program, calling, caseId);
}

/** A case that the registry refused is given up at the conflict desk's one way, by an officer (N21 §7). */
function giveUpRefused(
  program: Program,
  calling: Calling,
  { caseId, eventId }: StoredCase,
  reason: string,
): Answer<CaseView> {
  if (calling.operator.role === 'assistant') return fail('ROLE_REFUSED');
  const { operator } = calling;
  const settled = settleRefused(program, { eventId: eventId ?? '', decision: givenUp, operator, reason });
  if (settled.ok) calling.details = { settledBy: settled.value.event.eventId };
  return settled.ok ? viewCase(program, calling, caseId) : settled;
}
