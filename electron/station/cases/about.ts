import type { Draft, DraftSubject } from '../../../shared/contract/draft.ts';
import type { Answer } from '../../../shared/contract/errors.ts';
import { done } from '../../../shared/contract/errors.ts';
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import type { Procedure } from '../../../shared/policy/policy-pack.ts';
import type { Calling, Program } from '../program.ts';
import { registerView } from '../store/register-view.ts';
import { registerAnswers } from './register-answers.ts';
import { peopleOfSubject } from './subject.ts';

/** What a case of a procedure begins with about a subject; NOT_FOUND where the register does not hold it. */
export function draftAbout(
  program: Program,
  procedure: Procedure | null,
  subject: DraftSubject,
): Answer<Pick<Draft, 'people' | 'answers'>> {
  const people = peopleOfSubject(program.database, subject, procedure);
  if (!people.ok) return people;
  const answers = registerAnswers(registerView(program.database), procedure, subject, program.today());
  return done({ people: people.value, answers });
}

/** The same for a subject that is chosen inside a case, with who asked and why in the log. */
export function readAbout(
  program: Program,
  calling: Calling,
  { procedure, subject, purpose }: ParsedInputOf<'case.about'>,
): Answer<OutputOf<'case.about'>> {
  calling.subject = subject.id;
  calling.details = { purpose, procedure };
  return draftAbout(program, program.packs.inForce().procedures.get(procedure) ?? null, subject);
}
