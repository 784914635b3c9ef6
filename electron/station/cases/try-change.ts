import type { Draft } from '../../../shared/contract/draft.ts';
import type { Problem } from '../../../shared/contract/problems.ts';
import type { Pack, Procedure } from '../../../shared/policy/policy-pack.ts';
import { findChange } from '../../../shared/register/changes/index.ts';
import { type Planned, planChange } from '../../../shared/register/plan-change.ts';
import type { Refusal } from '../../../shared/register/refusal.ts';
import type { ChangeContext } from '../../../shared/register/workbench.ts';
import type { Program } from '../program.ts';
import { reasonFor } from '../register/reasons.ts';
import { findPerson } from '../store/persons.ts';
import { registerView } from '../store/register-view.ts';
import { dryContext } from './change-context.ts';
import { changeInput } from './change-input.ts';
import { problem } from './checks/check.ts';
import { demandsOf } from './checks/demands.ts';
import { readOnce } from './read-once.ts';

/** What registering the draft does to the register as it stands now, or why it can't be done. Changes nothing. */
export function planOfDraft(program: Program, procedure: Procedure, draft: Draft, context: ChangeContext): Planned {
  const { database } = program;
  const findKnown = (personId: string) => findPerson(database, personId)?.data ?? null;
  const input = changeInput(procedure, draft, { today: context.today, findKnown });
  return planChange(readOnce(registerView(database)), context, { effect: procedure.effect, input });
}

type Place = Pick<Problem, 'path' | 'step'>;

const casePlaces: Readonly<Record<string, Place>> = {
  subject: { path: 'subject', step: 'page' },
  people: { path: 'people', step: 'people' },
  target: { path: 'target.addressId', step: 'target' },
};

/** Where in the case a refusal can be mended; where nowhere, it stands at the end. */
function placeOf({ field }: Refusal, procedure: Procedure): Place {
  const isOnPage = procedure.page.fields.some(({ key }) => key === field);
  if (field !== null && isOnPage) return { path: `fields.${field}`, step: 'page' };
  return casePlaces[field ?? ''] ?? { path: 'check', step: 'check' };
}

function problemOf(refusal: Refusal, procedure: Procedure, weight: Problem['weight']): Problem {
  const { path, step } = placeOf(refusal, procedure);
  const params = { ...refusal.params, refusal: refusal.code };
  return problem(path, weight === 'blocks' ? 'change-refused' : 'change-warning', { weight, step, params });
}

/**
 * What the register itself says of a draft that is whole: why it could not be registered, or what the officer has to look at. Relations that
 * the checks of the entered persons have warned of are not said twice.
 */
export function listChangeProblems(program: Program, pack: Pack, procedure: Procedure, draft: Draft): Problem[] {
  if (findChange(procedure.effect) === null) return [];
  const planned = planOfDraft(program, procedure, draft, dryContext(program, pack.figures));
  if (!planned.ok) return [problemOf(planned.refusal, procedure, 'blocks')];
  const warnings = warningsToAnswer(procedure, planned.plan.warnings);
  const unsaid = listUnreasoned(procedure, draft, warnings);
  const firstOfEach = unsaid.filter(({ code }, index) => unsaid.findIndex((each) => each.code === code) === index);
  return [...warnings.map((warning) => problemOf(warning, procedure, 'warns')), ...firstOfEach.map(unreasoned)];
}

/** Warnings that the officer has not yet said anything to. */
export function listUnreasoned(procedure: Procedure, draft: Draft, warnings: readonly Refusal[]): Refusal[] {
  return warningsToAnswer(procedure, warnings).filter((warning) => reasonFor(draft, warning) === '');
}

/** Each warning once, without those that the checks of the entered persons say at the person. */
function warningsToAnswer(procedure: Procedure, warnings: readonly Refusal[]): Refusal[] {
  const { saysRelations } = demandsOf(procedure);
  return distinct(warnings).filter(({ code }) => !(saysRelations && code === 'relation-age'));
}

/** The change and an invariant may warn of the same; said once, where the change says it. */
function distinct(warnings: readonly Refusal[]): Refusal[] {
  const keyOf = ({ code, params }: Refusal) => `${code} ${JSON.stringify(params)}`;
  return [...new Map(warnings.toReversed().map((warning) => [keyOf(warning), warning])).values()].toReversed();
}

/** A warning stops acceptance until the officer says why the change is made all the same. */
function unreasoned({ code, params }: Refusal): Problem {
  return problem(`reasons.${code}`, 'reason-missing', { step: 'check', params: { ...params, refusal: code } });
}
