import { describe, expect, it } from 'vitest';
import { stepStates } from '../../../renderer/case/steps.ts';
import type { Assessment } from '../../../shared/contract/case.ts';
import { Draft } from '../../../shared/contract/draft.ts';
import type { Problem } from '../../../shared/contract/problems.ts';

function assessmentWith(...problems: Problem[]): Assessment {
  return { verdicts: { pack: 'made-up@1', asOf: '2026-11-22', routes: [] }, questions: [], advice: [], problems };
}

const missingName: Problem = {
  path: 'people.0.name',
  code: 'required',
  weight: 'blocks',
  step: 'applicant',
  params: {},
};
const statusOf = (draft: Draft, assessment: Assessment, tried: ReadonlySet<never> = new Set<never>()) =>
  Object.fromEntries(stepStates({ draft, assessment, tried }).map((it) => [it.step, it.why ?? it.status]));

describe('the task list of a case', () => {
  it('asks for the applicant first and says why nothing else can start', () => {
    const statuses = statusOf(Draft.parse({ people: [{}] }), assessmentWith(missingName));
    expect(statuses).toEqual({
      applicant: 'todo',
      situation: 'needsApplicant',
      materials: 'needsApplicant',
      people: 'needsApplicant',
      target: 'needsApplicant',
      check: 'needsApplicant',
    });
  });

  it('shows a step as being worked on while something of it is missing', () => {
    const statuses = statusOf(Draft.parse({ people: [{ citizenId: '2204' }] }), assessmentWith(missingName));
    expect(statuses.applicant).toBe('doing');
    expect(statuses.materials).toBe('needsRoute');
  });

  it('shows a step as done once nothing of it stops the case; a warning does not', () => {
    const draft = Draft.parse({ people: [{ name: '陈示例' }], procedure: 'settle.residence' });
    const statuses = statusOf(draft, assessmentWith({ ...missingName, weight: 'warns' }));
    expect(statuses.applicant).toBe('done');
    expect(statuses.situation).toBe('done');
    expect(statuses.target).toBe('todo');
  });
});
