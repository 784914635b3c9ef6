import { expect, it } from 'vitest';
import { atOwnSteps } from '../../../renderer/case/problem-places.ts';
import { planEntry } from '../../../renderer/case/steps.ts';
import type { Problem } from '../../../shared/contract/problems.ts';
import type { ProcedurePage } from '../../../shared/contract/procedure.ts';

const page: ProcedurePage = { subject: 'person', people: 'none', target: 'none', fields: [] };
const problem = (path: string, step: Problem['step']): Problem => ({
  path,
  code: 'required',
  weight: 'blocks',
  step,
  params: {},
});

function stepsOf(procedure: string, own: ProcedurePage, ...problems: Problem[]): Problem['step'][] {
  const verdicts = { pack: 'made-up@1', asOf: '2026-11-22', routes: [] };
  const assessment = { verdicts, questions: [], advice: [], problems };
  return atOwnSteps(assessment, planEntry(procedure, own, true)).problems.map((it) => it.step);
}

it('shows a missing subject where it is chosen, and everything else at a step the case has', () => {
  expect(stepsOf('death.cancel', page, problem('subject', 'page'), problem('fields.x', 'page'))).toEqual([
    'applicant',
    'check',
  ]);
});

it('shows what is wrong with the first person where persons are entered', () => {
  const births: ProcedurePage = { ...page, subject: 'none', people: 'entered', target: 'household' };
  const problems = [problem('people.0.name', 'applicant'), problem('people.0.relationToHead', 'target')];
  expect(stepsOf('birth.register', births, ...problems)).toEqual(['people', 'target']);
});

it('leaves the problems of settling where they are', () => {
  expect(stepsOf('settle.spouse', page, problem('people.0.name', 'applicant'))).toEqual(['applicant']);
});
